/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderName;

/**
 * The folders of all owners that one delegate has explicitly subscribed to or unsubscribed from.
 */
@AutoValue
public abstract class SubscriptionChoices {
    private static final SubscriptionChoices NONE = of(ImmutableTable.of());

    SubscriptionChoices() {}

    public static SubscriptionChoices none() {
        return NONE;
    }

    /**
     * @param chosen for each owner and folder, whether it is subscribed
     */
    public static SubscriptionChoices of(Table<Username, FolderName, Boolean> chosen) {
        return new AutoValue_SubscriptionChoices(ImmutableTable.copyOf(chosen));
    }

    abstract ImmutableTable<Username, FolderName, Boolean> chosen();

    /**
     * Returns whether the folder is among the delegate's subscriptions (RFC 3501 §6.3.6), provided
     * that they may see it.
     *
     * @param byDefault what their delegation says for all its folders, which applies where the
     *     delegate has not chosen
     */
    public boolean isSubscribed(Username owner, FolderName folder, boolean byDefault) {
        Boolean choice = chosen().get(owner, folder);
        return choice == null ? byDefault : choice;
    }
}
