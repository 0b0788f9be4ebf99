/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.SharedMailbox;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.mailbox.SignIn;

/** The password of a shared mailbox, which any number of people may know. */
public final class PasswordSideDoor implements SideDoors {
    private final SharedMailboxes mailboxes;

    public PasswordSideDoor(SharedMailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public Stream<SideDoor> of(Username account) {
        return mailboxes
                .find(account)
                .filter(mailbox -> mailbox.passwordSetOutside() || isSet(mailbox))
                .map(PasswordSideDoor::door)
                .stream();
    }

    private static boolean isSet(SharedMailbox mailbox) {
        return mailbox.signIn() == SignIn.PASSWORD;
    }

    private static SideDoor door(SharedMailbox mailbox) {
        return SideDoor.ofUnknown(
                SideDoorKind.PASSWORD,
                mailbox.passwordSetOutside()
                        ? "whoever knows the password that was set by PUT /users"
                        : "whoever knows the password that was set by PUT /shared-mailboxes");
    }
}
