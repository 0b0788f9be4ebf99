/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import javax.inject.Inject;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.paging.Slice;

/**
 * The types that mailboxes can be of: those that are declared, and those that were and that some
 * mailbox still has. Thread-safe.
 */
public final class KnownTypes {
    private final SharedMailboxTypes declared;
    private final MailboxDirectory mailboxes;

    @Inject
    public KnownTypes(SharedMailboxTypes declared, MailboxDirectory mailboxes) {
        this.declared = declared;
        this.mailboxes = mailboxes;
    }

    /**
     * Rule: a list is asked for mailboxes of a type that there is, so that a misspelt one is not
     * taken for one without mailboxes.
     *
     * @throws RequestRefusedException ({@code INVALID}) otherwise
     */
    public void require(SharedMailboxTypeName type) {
        if (declared.find(type).isEmpty() && !isInUse(type)) {
            throw RequestRefusedException.invalid(
                    "type",
                    String.format(
                            "'type' is '%s', which is not declared, and no mailbox is of it; the"
                                    + " types are %s",
                            type, declared.names()));
        }
    }

    private boolean isInUse(SharedMailboxTypeName type) {
        return mailboxes.find(MailboxFilter.builder().type(type).build(), Slice.of(0, 1)).total()
                > 0;
    }
}
