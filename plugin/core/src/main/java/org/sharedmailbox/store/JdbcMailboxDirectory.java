/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.ImmutableList;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.sharedmailbox.mailbox.ListedMailbox;
import org.sharedmailbox.mailbox.MailboxDirectory;
import org.sharedmailbox.mailbox.MailboxFilter;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;

/** {@link MailboxDirectory} in the tables {@code shared_mailbox} and {@code delegation}. */
final class JdbcMailboxDirectory implements MailboxDirectory {
    private static final String PAGE =
            "select m.*, (select count(*) from delegation d where d.owner = m.address%s) as members"
                    + " from shared_mailbox m";

    private static final String AT = "at";
    private static final String HAS_NOT_ENDED = " and not (" + DelegationStates.ENDED + ")";

    /** Orders by octets, whatever the collation of the database. */
    private static final String ORDER =
            " order by cast(m.address as bytea) limit :limit offset :offset";

    private static final String DELEGATED_IN =
            " from (select m.address from shared_mailbox m where "
                    + domainOf("m.address")
                    + " = :domain union select d.owner from delegation d where "
                    + domainOf("d.owner")
                    + " = :domain) m";

    private final JdbcStore store;

    JdbcMailboxDirectory(JdbcStore store) {
        this.store = store;
    }

    @Override
    public Listing<ListedMailbox> find(MailboxFilter filter, Slice slice) {
        String ended = filter.membersAt().map(at -> HAS_NOT_ENDED).orElse("");
        Conditions conditions =
                new Conditions()
                        .and(
                                domainOf("m.address") + " = :domain",
                                "domain",
                                filter.domain().map(Domain::asString))
                        .and(
                                "m.type = :type",
                                "type",
                                filter.type().map(SharedMailboxTypeName::asString))
                        .and(
                                "exists (select 1 from delegation d where d.owner = m.address"
                                        + " and d.delegate = :member"
                                        + ended
                                        + ")",
                                "member",
                                filter.member().map(Username::asString))
                        .and(
                                "m.password_outside = :outside",
                                "outside",
                                filter.passwordSetOutside());
        if (filter.member().isPresent()) {
            filter.membersAt().ifPresent(at -> conditions.bind(AT, at));
        }
        return store.read(
                handle -> {
                    var page =
                            handle.createQuery(
                                    String.format(PAGE, ended) + conditions.where() + ORDER);
                    var total =
                            handle.createQuery(
                                    "select count(*) from shared_mailbox m" + conditions.where());
                    filter.membersAt().ifPresent(at -> page.bind(AT, at));
                    return Listing.of(
                            conditions
                                    .bindTo(page)
                                    .bind("limit", slice.limit())
                                    .bind("offset", slice.offset())
                                    .map(
                                            (row, context) ->
                                                    ListedMailbox.of(
                                                            JdbcSharedMailboxes.mailbox(row),
                                                            row.getInt("members")))
                                    .collect(ImmutableList.toImmutableList()),
                            conditions.bindTo(total).mapTo(Integer.class).one());
                });
    }

    @Override
    public Listing<Username> delegatedIn(Domain domain, Slice slice) {
        return store.read(
                handle ->
                        Listing.of(
                                handle.createQuery("select m.address" + DELEGATED_IN + ORDER)
                                        .bind("domain", domain.asString())
                                        .bind("limit", slice.limit())
                                        .bind("offset", slice.offset())
                                        .mapTo(String.class)
                                        .map(Username::of)
                                        .collect(ImmutableList.toImmutableList()),
                                handle.createQuery("select count(*)" + DELEGATED_IN)
                                        .bind("domain", domain.asString())
                                        .mapTo(Integer.class)
                                        .one()));
    }

    private static String domainOf(String address) {
        return String.format("substring(%1$s from position('@' in %1$s) + 1)", address);
    }
}
