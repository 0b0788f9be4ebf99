/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Optional;

/** The types that shared mailboxes can have. */
@AutoValue
public abstract class SharedMailboxTypes {
    SharedMailboxTypes() {}

    /**
     * @throws IllegalArgumentException if two have the same name
     */
    public static SharedMailboxTypes of(Iterable<SharedMailboxType> types) {
        return new AutoValue_SharedMailboxTypes(Maps.uniqueIndex(types, SharedMailboxType::name));
    }

    abstract ImmutableMap<SharedMailboxTypeName, SharedMailboxType> byName();

    public Optional<SharedMailboxType> find(SharedMailboxTypeName name) {
        return Optional.ofNullable(byName().get(name));
    }

    /** Returns all types, in the order of their declaration. */
    public Iterable<SharedMailboxType> all() {
        return byName().values();
    }

    /** Returns all names, as a message lists them. */
    public String names() {
        return byName().keySet().toString();
    }
}
