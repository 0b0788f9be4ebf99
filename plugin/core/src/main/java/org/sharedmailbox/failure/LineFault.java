/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.failure;

import com.google.auto.value.AutoValue;

/** The reason why one line of a bulk request was refused. */
@AutoValue
public abstract class LineFault {
    LineFault() {}

    /**
     * @param line the line's number, counted from 1
     */
    public static LineFault of(int line, RequestRefusedException refused) {
        return new AutoValue_LineFault(line, refused);
    }

    public abstract int line();

    public abstract RequestRefusedException refused();
}
