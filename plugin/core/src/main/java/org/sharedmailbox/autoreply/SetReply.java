/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.autoreply;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import org.apache.james.core.Username;

/** An automatic reply that we have set, and what was there before. */
@AutoValue
public abstract class SetReply {
    SetReply() {}

    /**
     * @param delegate whose delegation it is part of; empty for a shared mailbox's own
     */
    public static SetReply of(
            Username account, Optional<Username> delegate, OwnVacation set, OwnVacation before) {
        return new AutoValue_SetReply(account, delegate, set, before);
    }

    public abstract Username account();

    public abstract Optional<Username> delegate();

    /** Returns what was set: while James has another one, somebody else has changed it. */
    public abstract OwnVacation set();

    public abstract OwnVacation before();
}
