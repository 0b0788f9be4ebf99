/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import org.apache.james.mailbox.model.MailboxId;

/**
 * The identity of a folder that exists: James's mailbox id, as James writes it. It stays the same
 * when the folder is renamed, and no later folder gets it.
 *
 * <p>INBOX is the exception: every mailbox has exactly one at any time (RFC 3501 §5.1), and to
 * rename it moves its mail into a new folder and leaves INBOX where it is (§6.3.5), although James
 * gives the new folder the id of the old INBOX. So INBOX is known by what it is.
 */
@AutoValue
public abstract class FolderId {
    private static final int MAX_LENGTH = 64;

    /** The identity of every mailbox's INBOX; no id of James is like it. */
    public static final FolderId INBOX = new AutoValue_FolderId("INBOX");

    FolderId() {}

    /**
     * @throws IllegalArgumentException if it is empty or longer than {@value #MAX_LENGTH}
     *     characters
     */
    public static FolderId of(String serialized) {
        checkArgument(
                !serialized.isEmpty() && serialized.length() <= MAX_LENGTH,
                "'%s' is not the id of a folder",
                Excerpt.of(serialized, MAX_LENGTH));
        return new AutoValue_FolderId(serialized);
    }

    /** Returns the identity of a folder other than INBOX, whose id of James's does not matter. */
    public static FolderId of(MailboxId id) {
        return of(id.serialize());
    }

    public abstract String asString();

    @Override
    public final String toString() {
        return asString();
    }
}
