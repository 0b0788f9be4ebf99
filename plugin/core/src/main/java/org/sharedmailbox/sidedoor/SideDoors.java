/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

import java.util.stream.Stream;
import org.apache.james.core.Username;

/**
 * Side doors of one source in James. Throws if James fails: a door that was not looked for must not
 * be taken for closed. Thread-safe; may block.
 */
@FunctionalInterface
public interface SideDoors {
    /** Returns those of the account; the caller need not read them all. */
    Stream<SideDoor> of(Username account);
}
