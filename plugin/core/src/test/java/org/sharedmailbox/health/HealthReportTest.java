/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.core.healthcheck.ResultStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.MovableClock;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditAction;
import org.sharedmailbox.audit.AuditEntry;
import org.sharedmailbox.audit.AuditQueue;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.config.ConfFolder;
import org.sharedmailbox.config.InstallationCheck;
import org.sharedmailbox.config.OtherProtocols;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.james.ExpirySweep;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.sidedoor.SideDoor;
import org.sharedmailbox.sidedoor.SideDoorKind;
import org.sharedmailbox.sidedoor.SideDoorService;
import org.sharedmailbox.sidedoor.SideDoors;

/** What the health check finds, on a real store. */
class HealthReportTest extends PluginFixture {
    private static final Map<String, String> LOOKING = ImmutableMap.of("health.sideDoors", "true");

    private static final String PROTOCOLS =
            "James offers POP3, JMAP, whose sessions and tokens outlive a new password and the"
                    + " conversion of a mailbox. Switch off what nobody needs.";

    @TempDir private Path folder;
    private ConfFolder conf;
    private MovableClock clock = MovableClock.at(NOON);
    private AuditQueue queue;

    HealthReportTest() {
        super(new JamesInMemory().with(ALICE));
    }

    @BeforeEach
    void install() throws IOException {
        conf = ConfFolder.complete(folder);
        database.stores().connect();
        queue = new AuditQueue(database.stores().auditLog(), clock);
    }

    @Test
    void nothingIsFoundWhereNothingIsWrong() {
        assertThat(report(LOOKING).look()).isEmpty();
    }

    @Test
    void entriesThatWaitInGreatNumberAreDegraded() {
        HealthReport report = report();
        for (int n = 0; n < 10_000; n++) {
            queue.append(sent());
        }
        assertThat(report.look()).isEmpty();

        queue.append(sent());

        assertThat(texts(report.look()))
                .singleElement()
                .asString()
                .startsWith("10001 entries wait to be written to the audit log;");
    }

    private AuditEntry sent() {
        return AuditEntry.of(
                clock.instant(),
                Actor.member(ALICE, AuditSource.SMTP),
                AuditAction.MAIL_SENT,
                ALICE,
                Optional.empty(),
                ImmutableMap.of());
    }

    @Test
    void tablesOfANewerVersionAreUnhealthy() {
        database.sql(
                "insert into shared_mailbox_schema_history (\"installed_rank\", \"version\","
                        + " \"description\", \"type\", \"script\", \"checksum\","
                        + " \"installed_by\", \"execution_time\", \"success\")"
                        + " values (900, '900', 'later', 'SQL', 'V900__later.sql', 1, 'x', 1, true)");

        assertThat(report().look())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.status()).isEqualTo(ResultStatus.UNHEALTHY);
                            assertThat(finding.text())
                                    .startsWith("The tables of the store are of version 900, and")
                                    .contains("Install the version of the plugin that");
                        });
    }

    @Test
    void tablesThatCouldNotBeUpgradedAreUnhealthy() {
        database.sql(
                "delete from shared_mailbox_schema_history where \"installed_rank\" ="
                        + " (select max(\"installed_rank\") from shared_mailbox_schema_history)");

        assertThat(report().look())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.status()).isEqualTo(ResultStatus.UNHEALTHY);
                            assertThat(finding.text()).contains("could not be upgraded");
                        });
    }

    @Test
    void aStoreThatIsGoneIsToldOnce() {
        HealthReport report = report(LOOKING);
        database.sql("drop all objects");

        assertThat(report.look())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.status()).isEqualTo(ResultStatus.UNHEALTHY);
                            assertThat(finding.text())
                                    .startsWith("The store of shared mailboxes does not answer. ")
                                    .contains("look at the database.")
                                    .doesNotContain("Table", "jdbc");
                        });
    }

    @Test
    void aMissingLineIsDegraded() throws IOException {
        conf.replacing("imapserver.xml", "SharedMailboxImapPackage", "Other");

        assertThat(report().look())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.status()).isEqualTo(ResultStatus.DEGRADED);
                            assertThat(finding.text())
                                    .contains("conf/imapserver.xml lacks a line")
                                    .endsWith("</imapPackages> (then restart James).");
                        });
    }

    @Test
    void passwordsThatWereSetPastUsAreCounted() {
        for (int n = 1; n <= 7; n++) {
            database.stores()
                    .mailboxes()
                    .put(
                            mailbox(Username.of("team" + n + "@example.com"))
                                    .passwordSetOutside(true)
                                    .build());
        }

        assertThat(texts(report().look()))
                .singleElement()
                .asString()
                .startsWith("Somebody set a password past the plugin for shared mailboxes (7), so")
                .doesNotContain("@example.com");
    }

    @Test
    void aSweepThatDoesNotComeIsTold() {
        HealthReport report = report();
        clock.advance(Duration.ofMinutes(5));
        assertThat(report.look()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(texts(report.look()))
                .singleElement()
                .asString()
                .startsWith("Delegations that have ended have not been looked after since " + NOON)
                .contains("guice.extension.startable");
    }

    @Test
    void anAuditLogOfMoreThanWhatIsExpectedIsTold() {
        database.sql(
                "insert into audit_entry (at, actor, source, action, mailbox, details)"
                        + " select current_timestamp, 'a', 'webadmin', 'policy.changed', 'm', '{}'"
                        + " from system_range(1, 1100)");

        assertThat(texts(report(ImmutableMap.of("audit.warnEntries", "1000")).look()))
                .singleElement()
                .asString()
                .startsWith("The audit log has about 1100 entries, more than audit.warnEntries");
        assertThat(report().look()).isEmpty();
    }

    @Test
    void sideDoorsAreToldOnlyWhereThatIsWanted() {
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        database.stores().mailboxes().put(mailbox(SALES).build());
        SideDoors forwards =
                account ->
                        List.of(SUPPORT).stream()
                                .filter(account::equals)
                                .map(open -> SideDoor.of(SideDoorKind.FORWARD, "x@y.test", "mail"));

        assertThat(report(ImmutableMap.of(), forwards).look()).isEmpty();
        assertThat(texts(report(LOOKING, forwards).look()))
                .singleElement()
                .asString()
                .startsWith(
                        "Beside the plugin, James opens 1 of the 2 shared mailboxes that were"
                                + " looked at (there are 2), or sends their mail on. See")
                .doesNotContain("@example.com");
    }

    @Test
    void protocolsThatWeCannotReachAreToldToo() throws IOException {
        conf.with("pop3server.xml", "<pop3servers><pop3server enabled=\"true\"/></pop3servers>")
                .with(
                        "managesieveserver.xml",
                        "<managesieveservers><managesieveserver enabled=\"false\"/>"
                                + "</managesieveservers>")
                .with("jmap.properties", "jmap.port=80\n");

        assertThat(report().look())
                .as("a detail, not a state")
                .containsExactly(Finding.detail(PROTOCOLS));
        assertThat(report(LOOKING).look()).containsExactly(Finding.degraded(PROTOCOLS));
    }

    @Test
    void aPartThatFailsIsDegradedAndKeepsNoOtherFromLooking() {
        database.stores().mailboxes().put(mailbox(SUPPORT).passwordSetOutside(true).build());
        SideDoors failing =
                account -> {
                    throw new IllegalStateException("James is at fault");
                };

        assertThat(texts(report(LOOKING, failing).look()))
                .hasSize(2)
                .anyMatch(text -> text.startsWith("Somebody set a password past the plugin"))
                .anyMatch(
                        text ->
                                text.startsWith(
                                        "A part of the check failed (IllegalStateException)"));
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).collect(Collectors.toList());
    }

    private HealthReport report() {
        return report(ImmutableMap.of());
    }

    private HealthReport report(Map<String, String> settings) {
        return report(settings, account -> Stream.empty());
    }

    private HealthReport report(Map<String, String> settings, SideDoors doors) {
        Plugin plugin = plugin();
        clock = plugin.clock;
        return new HealthReport(
                new StoreFindings(database.stores().condition()),
                new InstallationFindings(new InstallationCheck(conf.properties(), conf.xml())),
                new SweepFindings(
                        new ExpirySweep(
                                plugin.expiry, SharedMailboxConfiguration.parse(settings), clock),
                        clock),
                new AuditFindings(
                        database.stores().auditTrail(),
                        queue,
                        SharedMailboxConfiguration.parse(settings)),
                new PasswordFindings(database.stores().mailboxDirectory()),
                new SideDoorFindings(
                        SharedMailboxConfiguration.parse(settings),
                        new SideDoorService(
                                List.of(doors),
                                database.stores().mailboxDirectory(),
                                james.accounts()),
                        new OtherProtocols(conf.properties(), conf.xml())));
    }
}
