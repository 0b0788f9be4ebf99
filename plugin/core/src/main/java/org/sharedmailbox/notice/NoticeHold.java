/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice;

import com.google.auto.value.AutoValue;
import java.time.Duration;

/** For how long a notice waits for more that become one mail with it. */
@AutoValue
abstract class NoticeHold {
    /** At once: what an administrator does, or the clock. */
    static final NoticeHold NONE = of(Duration.ZERO, Duration.ofMinutes(1));

    /** The dialogue in which people share folders may send a hundred commands in a row. */
    static final NoticeHold BRIEF = of(Duration.ofSeconds(10), Duration.ofMinutes(1));

    /** What is done over and over again is told once an hour. */
    static final NoticeHold LONG = of(Duration.ofHours(1), Duration.ofHours(1));

    NoticeHold() {}

    private static NoticeHold of(Duration hold, Duration most) {
        return new AutoValue_NoticeHold(hold, most);
    }

    abstract Duration hold();

    /** Returns how long it waits if further ones keep replacing it. */
    abstract Duration most();
}
