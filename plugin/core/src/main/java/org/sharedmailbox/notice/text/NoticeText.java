/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import com.google.auto.value.AutoValue;

/** Subject and text of a notice. */
@AutoValue
public abstract class NoticeText {
    NoticeText() {}

    static NoticeText of(String subject, String body) {
        return new AutoValue_NoticeText(subject, body);
    }

    /** Returns one line. */
    public abstract String subject();

    /** Returns plain text, whose lines end with LF. */
    public abstract String body();
}
