/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Optional;

/** The types that mailboxes can be of. Immutable. */
public final class SharedMailboxTypes {
    private final ImmutableMap<SharedMailboxTypeName, SharedMailboxType> types;

    private SharedMailboxTypes(Iterable<SharedMailboxType> types) {
        this.types = Maps.uniqueIndex(types, SharedMailboxType::name);
    }

    /**
     * @throws IllegalArgumentException if two have the same name
     */
    public static SharedMailboxTypes of(Iterable<SharedMailboxType> types) {
        return new SharedMailboxTypes(types);
    }

    public Optional<SharedMailboxType> find(SharedMailboxTypeName name) {
        return Optional.ofNullable(types.get(name));
    }

    /** In the order of their declaration. */
    public Iterable<SharedMailboxType> all() {
        return types.values();
    }

    /** For messages: all names. */
    public String names() {
        return types.keySet().toString();
    }
}
