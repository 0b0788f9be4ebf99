/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

import com.google.auto.value.AutoValue;

/** What a {@link Leftover} has ended. */
@AutoValue
public abstract class EndedLeftover {
    EndedLeftover() {}

    /**
     * @param inWords a sentence for administrators, without a full stop
     * @param undo brings it back, if the change that it was ended for fails
     */
    public static EndedLeftover of(String inWords, Runnable undo) {
        return new AutoValue_EndedLeftover(inWords, undo);
    }

    /** Returns a sentence about what was ended, without a full stop. */
    public abstract String inWords();

    abstract Runnable undo();
}
