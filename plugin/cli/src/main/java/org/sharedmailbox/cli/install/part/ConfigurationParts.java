/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.List;

/** All files that have lines of the plugin. */
public final class ConfigurationParts {
    private ConfigurationParts() {}

    /** Returns them in the order of the installation guide. */
    public static List<ConfigurationPart> of(JamesVersion version) {
        return List.of(
                new PropertyLines("extensions.properties"),
                new PropertyLines("webadmin.properties"),
                new PropertyLines("healthcheck.properties"),
                new ImapServers(version),
                new SmtpServers(version),
                new RootProcessor(),
                new Loggers());
    }
}
