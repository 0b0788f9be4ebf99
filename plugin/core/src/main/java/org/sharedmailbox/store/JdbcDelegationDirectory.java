/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.sharedmailbox.delegation.DelegationDirectory;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.delegation.ListedDelegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.policy.DelegationPolicy;

/**
 * {@link DelegationDirectory} in the table {@code delegation}, joined with the tables that
 * determine states.
 */
final class JdbcDelegationDirectory implements DelegationDirectory {
    private static final String DOMAIN = "substring(d.owner from position('@' in d.owner) + 1)";

    /** What the state of a delegation depends on. */
    private static final String STATE_JOINS =
            " left join shared_mailbox m on m.address = d.owner"
                    + " left join delegation_policy p on p.domain = "
                    + DOMAIN
                    + " left join delegation_policy f on f.domain = 'default'";

    /** Does not hold while the entries of an earlier version are not bound to folders. */
    private static final String GIVES_SOMETHING =
            "d.letters is not null or d.may_send_as or d.may_send_on_behalf"
                    + " or exists (select 1 from delegation_entry g"
                    + " where g.owner = d.owner and g.delegate = d.delegate)";

    private final JdbcStore store;
    private final AddressOrder order;

    JdbcDelegationDirectory(JdbcStore store, AddressOrder order) {
        this.store = store;
        this.order = order;
    }

    @Override
    public Listing<ListedDelegation> find(DelegationFilter filter, Slice slice, Instant at) {
        Conditions conditions = conditions(filter, at);
        String from = from(filter);
        return store.read(
                handle ->
                        Listing.of(
                                page(handle, from, conditions, slice, at),
                                total(handle, from, conditions, at)));
    }

    @Override
    public ImmutableList<ListedDelegation> findBehind(
            Optional<ListedDelegation> last, DelegationFilter filter, int limit, Instant at) {
        Conditions conditions = conditions(filter, at);
        last.map(ListedDelegation::delegation)
                .ifPresent(
                        delegation ->
                                conditions
                                        .and(order.isBehindLast())
                                        .bind("lastOwner", delegation.owner().asString())
                                        .bind("lastDelegate", delegation.delegate().asString()));
        return store.read(handle -> page(handle, from(filter), conditions, Slice.of(0, limit), at));
    }

    /** Joins only what the filter asks for: that of all rows, the page's own come afterwards. */
    private static String from(DelegationFilter filter) {
        return " from delegation d" + filter.state().map(state -> STATE_JOINS).orElse("");
    }

    private static Conditions conditions(DelegationFilter filter, Instant at) {
        Conditions conditions = new Conditions();
        conditions.and(GIVES_SOMETHING);
        conditions.and("d.owner = :owner", "owner", filter.owner().map(Username::asString));
        conditions.and(
                "d.delegate = :delegate", "delegate", filter.delegate().map(Username::asString));
        conditions.and(DOMAIN + " = :domain", "domain", filter.domain().map(Domain::asString));
        conditions.and("d.not_after < :until", "until", filter.expiringBefore());
        filter.unusedSince()
                .ifPresent(
                        day ->
                                conditions
                                        .and(JdbcDelegationUses.IS_UNUSED)
                                        .bind("unusedDay", day)
                                        .bind(
                                                "unusedSince",
                                                day.atStartOfDay().toInstant(ZoneOffset.UTC)));
        filter.right().ifPresent(right -> addRight(conditions, right));
        filter.state().ifPresent(state -> conditions.and(DelegationStates.condition(state)));
        return conditions;
    }

    /** A right to mail is held by whoever holds all its letters in some folder. */
    private static void addRight(Conditions conditions, DelegationRight right) {
        if (right.isForSending()) {
            conditions.and("d.may_" + right.name());
            return;
        }
        // The letters are always in the same order.
        String letters = ImapRights.givenBy(Set.of(right)).letters();
        conditions
                .and(
                        "d.letters like :letters or exists (select 1 from delegation_entry h"
                                + " where h.owner = d.owner and h.delegate = d.delegate"
                                + " and h.letters like :letters)")
                .bind("letters", "%" + letters.replaceAll("(.)", "$1%"));
    }

    private static int total(Handle handle, String from, Conditions conditions, Instant at) {
        var query = handle.createQuery("select count(*)" + from + conditions.where());
        return bind(conditions.bindTo(query), at).mapTo(Integer.class).one();
    }

    private ImmutableList<ListedDelegation> page(
            Handle handle, String from, Conditions conditions, Slice slice, Instant at) {
        var query =
                handle.createQuery(
                        "select d.*, "
                                + JdbcDelegations.ENTRY_COLUMNS
                                + ", "
                                + JdbcDelegationUses.COLUMNS
                                + ", "
                                + DelegationStates.PERMITTED
                                + " as permitted from (select d.*"
                                + from
                                + conditions.where()
                                + " order by "
                                + order.columns()
                                + " limit :limit offset :offset) d"
                                + STATE_JOINS
                                + " left join delegation_entry e"
                                + " on e.owner = d.owner and e.delegate = d.delegate"
                                + JdbcDelegationUses.JOIN
                                + " order by "
                                + order.columns()
                                + ", e.position");
        return bind(conditions.bindTo(query), at)
                .bind("limit", slice.limit())
                .bind("offset", slice.offset())
                .reduceResultSet(
                        new ListedDelegationRows(at), (rows, result, context) -> rows.plus(result))
                .listed();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Instant at) {
        DelegationPolicy builtIn = DelegationPolicy.builtIn();
        return statement
                // Not every filter uses all of them.
                .configure(SqlStatements.class, allowed -> allowed.setUnusedBindingAllowed(true))
                .bind("at", at)
                .bind("enabled", builtIn.enabled())
                .bind("personal", builtIn.personalDelegation());
    }
}
