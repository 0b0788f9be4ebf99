/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;

/** The contract of the audit log as it is read, for every database. */
public interface AuditTrailContract {
    ImmutableList<Username> MAILBOXES = ImmutableList.of(SUPPORT, SALES);
    ImmutableList<String> ACTORS = ImmutableList.of("alice@example.com", "webadmin");
    ImmutableList<AuditAction> ACTIONS =
            ImmutableList.of(
                    AuditAction.DELEGATION_GRANTED,
                    AuditAction.MAIL_SENT,
                    AuditAction.ACCESS_DENIED);

    AuditLog log();

    AuditTrail trail();

    @Test
    default void everyCombinationOfConditionsFindsWhatMeetsThemNewestFirst() {
        List<AuditEntry> written = entries();
        log().appendAll(written);
        List<AuditEntry> newestFirst = new ArrayList<>(written);
        Collections.reverse(newestFirst);

        for (int mailbox = -1; mailbox < MAILBOXES.size(); mailbox++) {
            for (Set<String> actors : Sets.powerSet(ImmutableSet.copyOf(ACTORS))) {
                for (Set<AuditAction> actions : Sets.powerSet(ImmutableSet.copyOf(ACTIONS))) {
                    AuditQuery.Builder query =
                            AuditQuery.builder().actors(actors).actions(actions).limit(1_000);
                    if (mailbox >= 0) {
                        query.mailbox(MAILBOXES.get(mailbox));
                    }
                    for (AuditQuery each :
                            ImmutableList.of(
                                    query.build(),
                                    query.since(NOON.plusSeconds(2)).build(),
                                    query.until(NOON.plusSeconds(7)).build())) {
                        assertThat(trail().find(each).entries())
                                .as(each.toString())
                                .containsExactlyElementsOf(
                                        newestFirst.stream()
                                                .filter(entry -> meets(entry, each))
                                                .collect(Collectors.toList()));
                    }
                }
            }
        }
    }

    private static boolean meets(AuditEntry entry, AuditQuery query) {
        return query.mailbox().map(entry.mailbox()::equals).orElse(true)
                && (query.actors().isEmpty() || query.actors().contains(entry.actor().name()))
                && (query.actions().isEmpty() || query.actions().contains(entry.action()))
                && query.since().map(since -> !entry.at().isBefore(since)).orElse(true)
                && query.until().map(until -> entry.at().isBefore(until)).orElse(true);
    }

    @Test
    default void entriesAreOrderedByTheTimeAtWhichTheyHappened() {
        AuditEntry late = entry(SUPPORT, "webadmin", AuditAction.MAIL_SENT, NOON);
        AuditEntry later = entry(SUPPORT, "webadmin", AuditAction.MAIL_SENT, NOON.plusNanos(1_000));
        log().append(later);
        log().append(late);

        assertThat(trail().find(query().build()).entries()).containsExactly(later, late);
    }

    @Test
    default void pagesHaveEveryEntryOnceWhileOthersAreWrittenAndRemoved() {
        List<AuditEntry> written = entries();
        log().appendAll(written);
        List<AuditEntry> read = new ArrayList<>();

        Optional<AuditCursor> next = Optional.empty();
        do {
            AuditQuery.Builder query = query().limit(5);
            next.ifPresent(query::after);
            AuditPage page = trail().find(query.build());
            read.addAll(page.entries());
            next = page.next();
            log().append(entry(SALES, "webadmin", AuditAction.MAIL_REFUSED, NOON.plusSeconds(60)));
        } while (next.isPresent());

        Collections.reverse(written);
        assertThat(read).containsExactlyElementsOf(written);
    }

    @Test
    default void aPageThatIsJustFullIsTheLast() {
        log().appendAll(entries());

        assertThat(trail().find(query().limit(entries().size()).build()).next()).isEmpty();
        assertThat(trail().find(query().limit(entries().size() - 1).build()).next()).isPresent();
    }

    @Test
    default void anEmptyLogHasOneEmptyPage() {
        assertThat(trail().find(query().build()))
                .isEqualTo(AuditPage.of(ImmutableList.of(), Optional.empty()));
    }

    private static AuditQuery.Builder query() {
        return AuditQuery.builder().limit(1_000);
    }

    /** Returns, oldest first, one entry of each kind at each of ten times, and two at the fifth. */
    private static List<AuditEntry> entries() {
        List<AuditEntry> entries = new ArrayList<>();
        for (int second = 0; second < 10; second++) {
            Instant at = NOON.plus(Duration.ofSeconds(second == 5 ? 4 : second));
            for (Username mailbox : MAILBOXES) {
                for (String actor : ACTORS) {
                    for (AuditAction action : ACTIONS) {
                        entries.add(entry(mailbox, actor, action, at));
                    }
                }
            }
        }
        return entries;
    }

    private static AuditEntry entry(
            Username mailbox, String actor, AuditAction action, Instant at) {
        return AuditEntry.of(
                at,
                Actor.of(actor, AuditSource.WEBADMIN),
                action,
                mailbox,
                Optional.empty(),
                ImmutableMap.of());
    }
}
