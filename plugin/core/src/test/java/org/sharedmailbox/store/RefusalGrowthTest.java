/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.MovableClock;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.audit.RecordedActions;
import org.sharedmailbox.audit.RefusalLog;

/** How much one user makes the embedded store grow who is refused as fast as they can. */
class RefusalGrowthTest {
    private static final int SECONDS = 600;
    private static final int REFUSALS_A_SECOND = 2_000;
    private static final long MAX_GROWTH = 20_000_000;
    private static final Username NOBODY = Username.of("nobody@example.com");

    @TempDir Path folder;

    private final MovableClock clock = MovableClock.at(NOON);
    private final Random random = new Random(1);

    @Test
    void tenMinutesOfRandomRefusalsAreFewMegabytesAndAdministrationIsAllThere() throws IOException {
        Database database = Database.embedded(folder, "store", 4);
        try (JdbcStores stores = JdbcStores.open(database, Caching.standard())) {
            stores.connect();
            long before = size();
            RefusalLog refusals = new RefusalLog(stores.auditLog(), new RecordedActions(), clock);

            for (int second = 0; second < SECONDS; second++) {
                for (int n = 0; n < REFUSALS_A_SECOND; n++) {
                    refusals.record(refusal(n % 2 == 0));
                }
                clock.advance(Duration.ofSeconds(1));
                if (second % 60 == 0) {
                    refusals.recordRest();
                }
                if (second % 10 == 0) {
                    stores.auditLog().append(administrative());
                }
            }

            assertThat(size() - before).isLessThan(MAX_GROWTH);
            assertThat(stores.auditLog().ofMailbox(SUPPORT, 1_000)).hasSize(SECONDS / 10);
        }
    }

    private AuditEntry refusal(boolean sending) {
        return AuditEntry.of(
                clock.instant(),
                Actor.member(ALICE, sending ? AuditSource.SMTP : AuditSource.IMAP),
                sending ? AuditAction.MAIL_REFUSED : AuditAction.ACCESS_DENIED,
                NOBODY,
                Optional.of(ALICE),
                ImmutableMap.of("address", random.nextLong() + "@example.com"));
    }

    private AuditEntry administrative() {
        return AuditEntry.of(
                clock.instant(),
                ADMINISTRATOR,
                AuditAction.DELEGATION_GRANTED,
                SUPPORT,
                Optional.of(ALICE),
                ImmutableMap.of());
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("store.mv.db"));
    }
}
