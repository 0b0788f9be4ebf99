/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderName;

/** Which folders one delegate has subscribed and unsubscribed, of all owners. */
@AutoValue
public abstract class SubscriptionChoices {
    private static final SubscriptionChoices NONE = of(ImmutableTable.of());

    SubscriptionChoices() {}

    public static SubscriptionChoices none() {
        return NONE;
    }

    /**
     * @param chosen by owner and folder, whether it is subscribed
     */
    public static SubscriptionChoices of(Table<Username, FolderName, Boolean> chosen) {
        return new AutoValue_SubscriptionChoices(ImmutableTable.copyOf(chosen));
    }

    abstract ImmutableTable<Username, FolderName, Boolean> chosen();

    /**
     * Returns whether the folder is among the delegate's subscriptions (RFC 3501 §6.3.6), if they
     * may see it: as they chose, and where they did not, as their delegation says for all its
     * folders.
     */
    public boolean isSubscribed(Username owner, FolderName folder, boolean byDefault) {
        Boolean choice = chosen().get(owner, folder);
        return choice == null ? byDefault : choice;
    }
}
