/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.paging;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;

/** The part of a list that is asked for. */
@AutoValue
public abstract class Slice {
    Slice() {}

    public static Slice everything() {
        return new AutoValue_Slice(0, Integer.MAX_VALUE);
    }

    /**
     * @param offset the number of items to skip at the start
     * @param limit the most items to return
     * @throws IllegalArgumentException if one of them is negative
     */
    public static Slice of(int offset, int limit) {
        checkArgument(offset >= 0 && limit >= 0, "No slice: %s, %s", offset, limit);
        return new AutoValue_Slice(offset, limit);
    }

    public abstract int offset();

    public abstract int limit();
}
