/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.guice;

import com.google.common.collect.ImmutableList;
import com.google.inject.Binding;
import com.google.inject.Injector;
import com.google.inject.Key;
import java.util.Optional;
import org.apache.james.jmap.api.filtering.FilteringManagement;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.sieverepository.api.SieveRepository;
import org.apache.james.user.api.DelegationStore;
import org.apache.james.vacation.api.VacationService;
import org.sharedmailbox.james.AclSideDoors;
import org.sharedmailbox.james.JamesDelegation;
import org.sharedmailbox.james.JamesServices;
import org.sharedmailbox.james.JmapFilters;
import org.sharedmailbox.james.RewritingSideDoors;
import org.sharedmailbox.james.SieveScripts;
import org.sharedmailbox.james.VacationNotice;
import org.sharedmailbox.sidedoor.Leftover;
import org.sharedmailbox.sidedoor.SideDoors;

/**
 * Services that not every flavour of James has. Each is looked up, because the plugin must work
 * without it; James JPA has not even the classes of JMAP.
 */
final class OptionalServices implements JamesServices {
    private static final String FILTERS = "org.apache.james.jmap.api.filtering.FilteringManagement";

    private final Injector james;

    OptionalServices(Injector james) {
        this.james = james;
    }

    /** Returns what a former owner can have left behind in this James. */
    ImmutableList<Leftover> leftovers() {
        ImmutableList.Builder<Leftover> leftovers = ImmutableList.builder();
        find(DelegationStore.class).map(JamesDelegation::new).ifPresent(leftovers::add);
        find(SieveRepository.class).map(SieveScripts::new).ifPresent(leftovers::add);
        filters().ifPresent(leftovers::add);
        find(VacationService.class).map(VacationNotice::new).ifPresent(leftovers::add);
        return leftovers.build();
    }

    /** Returns what can open a mailbox of this James beside us, apart from its password. */
    ImmutableList<SideDoors> sideDoors() {
        ImmutableList.Builder<SideDoors> doors = ImmutableList.builder();
        find(DelegationStore.class).map(JamesDelegation::new).ifPresent(doors::add);
        find(MailboxManager.class).map(AclSideDoors::new).ifPresent(doors::add);
        find(RecipientRewriteTable.class).map(RewritingSideDoors::new).ifPresent(doors::add);
        find(SieveRepository.class).map(SieveScripts::new).ifPresent(doors::add);
        filters().ifPresent(doors::add);
        return doors.build();
    }

    /** The class must not be touched before it is known to be there. */
    Optional<JmapFilters> filters() {
        return isThere(FILTERS)
                ? find(FilteringManagement.class).map(JmapFilters::new)
                : Optional.empty();
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, OptionalServices.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(james.getExistingBinding(Key.get(type)))
                .map(Binding::getProvider)
                .map(provider -> provider.get());
    }
}
