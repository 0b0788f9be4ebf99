/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.failure;

import com.google.auto.value.AutoValue;

/** Why one of many lines that were sent at once was refused. */
@AutoValue
public abstract class LineFault {
    LineFault() {}

    /**
     * @param line its number, from 1
     */
    public static LineFault of(int line, RequestRefusedException refused) {
        return new AutoValue_LineFault(line, refused);
    }

    public abstract int line();

    public abstract RequestRefusedException refused();
}
