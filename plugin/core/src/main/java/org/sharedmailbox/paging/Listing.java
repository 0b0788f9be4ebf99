/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.paging;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;

/**
 * A {@link Slice} of a list.
 *
 * @param <T> what is listed
 */
@AutoValue
public abstract class Listing<T> {
    Listing() {}

    public static <T> Listing<T> of(Iterable<T> items, int total) {
        return new AutoValue_Listing<>(ImmutableList.copyOf(items), total);
    }

    public abstract ImmutableList<T> items();

    /** How many there are in the whole list. */
    public abstract int total();
}
