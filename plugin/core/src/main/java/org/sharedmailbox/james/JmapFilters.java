/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.jmap.api.filtering.FilteringManagement;
import org.apache.james.jmap.api.filtering.Rule;
import org.apache.james.jmap.api.filtering.Rules;
import org.sharedmailbox.sidedoor.EndedLeftover;
import org.sharedmailbox.sidedoor.Leftover;
import org.sharedmailbox.sidedoor.SideDoor;
import org.sharedmailbox.sidedoor.SideDoorKind;
import org.sharedmailbox.sidedoor.SideDoors;
import reactor.core.publisher.Mono;

/**
 * The filter rules that an account's owner has set up over JMAP. They file mail; those of James 3.9
 * forward it, too. Not every flavour of James has the classes that this one needs: it is made only
 * where they are.
 */
public class JmapFilters implements Leftover, SideDoors {
    private final FilteringManagement filters;

    public JmapFilters(FilteringManagement filters) {
        this.filters = filters;
    }

    /** James cannot switch rules off: they are removed. */
    @Override
    public Optional<EndedLeftover> end(Username account) {
        List<Rule> rules = rulesOf(account);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        define(account, ImmutableList.of());
        return Optional.of(
                EndedLeftover.of(
                        rules.size() == 1
                                ? "1 JMAP filter rule was removed"
                                : rules.size() + " JMAP filter rules were removed",
                        () -> define(account, rules)));
    }

    /** Not to whom they forward: the class that says so is in James 3.9 only. */
    @Override
    public Stream<SideDoor> of(Username account) {
        int rules = rulesOf(account).size();
        return rules == 0
                ? Stream.empty()
                : Stream.of(
                        SideDoor.ofUnknown(
                                SideDoorKind.JMAP_FILTER,
                                rules + " rules; on James 3.9 a rule can forward mail"));
    }

    @Override
    public void delete(Username account) {
        if (!rulesOf(account).isEmpty()) {
            define(account, ImmutableList.of());
        }
    }

    private List<Rule> rulesOf(Username account) {
        Rules rules = Mono.from(filters.listRulesForUser(account)).block();
        return rules == null ? ImmutableList.of() : rules.getRules();
    }

    private void define(Username account, List<Rule> rules) {
        Mono.from(filters.defineRulesForUser(account, rules, Optional.empty())).block();
    }
}
