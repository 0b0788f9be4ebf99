/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import java.util.Arrays;
import java.util.Iterator;
import org.sharedmailbox.model.DelegationRight;

/** The names of all rights, for the help and for completion in a shell. Immutable. */
final class RightNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(DelegationRight.values()).map(Enum::name).iterator();
    }
}
