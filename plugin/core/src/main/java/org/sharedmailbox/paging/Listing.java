/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.paging;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

/**
 * A {@link Slice} of a list, with the length of the whole list.
 *
 * @param <T> the type of the items
 */
@AutoValue
public abstract class Listing<T> {
    Listing() {}

    public static <T> Listing<T> of(Iterable<T> items, int total) {
        return new AutoValue_Listing<>(ImmutableList.copyOf(items), total);
    }

    public abstract ImmutableList<T> items();

    /** Returns the number of items in the whole list. */
    public abstract int total();
}
