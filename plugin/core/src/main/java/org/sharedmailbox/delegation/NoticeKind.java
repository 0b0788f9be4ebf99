/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

/** What a notice says of a delegation. The store keeps the names. */
public enum NoticeKind {
    GRANTED,
    CHANGED,
    /** It has no effect until it is resumed. */
    SUSPENDED,
    RESUMED,
    /** It is about to end because its time is nearly over. */
    ENDING,
    /** Somebody ended it, or one of its accounts is gone. */
    ENDED,
    /** It has ended because its time is over. */
    EXPIRED;

    /** Returns whether there is no delegation any more, or none that has an effect again. */
    public boolean isEnd() {
        return this == ENDED || this == EXPIRED;
    }
}
