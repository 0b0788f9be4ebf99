/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.Multiset;
import java.util.EnumSet;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.rrt.api.RecipientRewriteTableException;
import org.apache.james.rrt.lib.Mapping;
import org.apache.james.rrt.lib.Mappings;
import org.apache.james.rrt.memory.MemoryRecipientRewriteTable;

/** James's rewrite table, which counts how often each address is looked up. Thread-safe. */
public final class CountedRewriteTable extends MemoryRecipientRewriteTable {
    private final Multiset<Username> lookups = ConcurrentHashMultiset.create();

    @Override
    public Mappings getResolvedMappings(
            String user, Domain domain, EnumSet<Mapping.Type> mappingTypes)
            throws ErrorMappingException, RecipientRewriteTableException {
        lookups.add(Username.fromLocalPartWithDomain(user, domain));
        return super.getResolvedMappings(user, domain, mappingTypes);
    }

    /** Returns how often it was looked up what becomes of that address. */
    public int lookupsOf(String address) {
        return lookups.count(Username.of(address));
    }
}
