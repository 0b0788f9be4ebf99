/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** Something that opens a mailbox, or sends its mail on, beside our delegations. */
@AutoValue
public abstract class SideDoor {
    SideDoor() {}

    /**
     * @param letsIn whom it lets in: an account, an address elsewhere, or James's name for several
     *     people
     * @param detail what it opens, for people to read
     */
    public static SideDoor of(SideDoorKind kind, String letsIn, String detail) {
        return new AutoValue_SideDoor(kind, Optional.of(letsIn), detail);
    }

    /** Returns one of which nobody can say whom it lets in. */
    public static SideDoor ofUnknown(SideDoorKind kind, String detail) {
        return new AutoValue_SideDoor(kind, Optional.empty(), detail);
    }

    public abstract SideDoorKind kind();

    /** Returns whom it lets in; empty if that cannot be said. */
    public abstract Optional<String> letsIn();

    public abstract String detail();
}
