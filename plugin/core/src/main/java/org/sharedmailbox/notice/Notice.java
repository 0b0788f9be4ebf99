/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import org.apache.james.core.Username;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.NoticeKind;

/** What one person is to be told about one delegation. */
@AutoValue
public abstract class Notice {
    Notice() {}

    /**
     * @param recipient the delegate or the owner
     * @param actor who did what it is about
     */
    public static Notice of(
            NoticeKind kind,
            Username recipient,
            Username owner,
            Username delegate,
            Actor actor,
            Instant notedAt) {
        return new AutoValue_Notice(kind, recipient, owner, delegate, actor, notedAt);
    }

    /** Returns the same notice of another kind. */
    public Notice as(NoticeKind kind) {
        return of(kind, recipient(), owner(), delegate(), actor(), notedAt());
    }

    public abstract NoticeKind kind();

    public abstract Username recipient();

    public abstract Username owner();

    public abstract Username delegate();

    public abstract Actor actor();

    /** Returns when it happened. */
    public abstract Instant notedAt();

    /**
     * Returns whether people who use mail have caused it: neither an administrator nor the clock.
     * What the plugin does on its own follows what they do, such as delete a folder.
     */
    public boolean isByPeople() {
        boolean isByClock = kind() == NoticeKind.ENDING || kind() == NoticeKind.EXPIRED;
        return actor().source() != AuditSource.WEBADMIN && !isByClock;
    }

    /** Returns whether it tells the owner, and not the delegate. */
    public boolean isToOwner() {
        return recipient().equals(owner());
    }
}
