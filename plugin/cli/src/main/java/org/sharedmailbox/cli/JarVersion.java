/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest has. */
final class JarVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            Optional.ofNullable(JarVersion.class.getPackage().getImplementationVersion())
                    .orElse("not built as a jar")
        };
    }
}
