/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.jspecify.annotations.Nullable;

/**
 * A selected mailbox that stays deleted once others have deleted it. James forgets that together
 * with the news that it tells at the end of a command, although it has not told it: a deletion in
 * the middle of a command would never be noticed. A proxy, because James 3.9's interface has
 * methods that 3.8's has not.
 */
final class LastingDeletion implements InvocationHandler {
    private final SelectedMailbox mailbox;
    private volatile boolean deleted;

    private LastingDeletion(SelectedMailbox mailbox) {
        this.mailbox = mailbox;
    }

    static SelectedMailbox of(SelectedMailbox mailbox) {
        return Proxies.of(SelectedMailbox.class, new LastingDeletion(mailbox));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "isDeletedByOtherSession":
                return isDeleted();
            case "resetEvents":
                resetEvents();
                return null;
            default:
                return Proxies.forward(mailbox, method, arguments);
        }
    }

    private boolean isDeleted() {
        return deleted || mailbox.isDeletedByOtherSession();
    }

    private void resetEvents() {
        // James holds this lock while it takes an event in, so that none comes in between.
        synchronized (mailbox) {
            deleted = isDeleted();
            mailbox.resetEvents();
        }
    }
}
