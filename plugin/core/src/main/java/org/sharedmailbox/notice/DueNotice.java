/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import com.google.auto.value.AutoValue;

/** A notice that is to be sent now, by whoever has taken it. */
@AutoValue
public abstract class DueNotice {
    DueNotice() {}

    /**
     * @param id its number in the store
     * @param attempts how often sending it has failed
     */
    public static DueNotice of(long id, Notice notice, int attempts) {
        return new AutoValue_DueNotice(id, notice, attempts);
    }

    public abstract long id();

    public abstract Notice notice();

    public abstract int attempts();
}
