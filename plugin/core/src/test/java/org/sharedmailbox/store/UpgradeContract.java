/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableTable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.administration.SignInChanges;
import org.sharedmailbox.administration.SignInMoment;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.SubscriptionChoices;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;

/** A store that the version before folder entries has written, for every database. */
interface UpgradeContract {
    Set<DelegationRight> READ = EnumSet.of(DelegationRight.READ);
    Set<DelegationRight> MANAGE = EnumSet.of(DelegationRight.READ_AND_MANAGE);

    TestStores database();

    @Test
    default void whatIsNotBoundGivesNothingAndIsNotShown() {
        UpgradedStore upgraded = new UpgradedStore(database(), "Projects");
        upgraded.written(
                before -> {
                    before.delegation(SUPPORT, ALICE, MANAGE, "Projects");
                    before.delegation(SUPPORT, BOB, EnumSet.allOf(DelegationRight.class), "Sent");
                });

        assertThat(upgraded.plugin().access.access(SUPPORT, ALICE).isNothing()).isTrue();
        assertThat(upgraded.delegation(ALICE)).isEmpty();
        assertThat(upgraded.plugin().access.access(SUPPORT, BOB).opensMailbox()).isFalse();
        assertThat(upgraded.plugin().access.access(SUPPORT, BOB).sendRights()).hasSize(2);
        assertThat(upgraded.listed()).containsExactly(BOB);

        upgraded.bind();

        assertThat(upgraded.listed()).containsExactly(ALICE, BOB);
    }

    @Test
    default void nothingIsSuspendedAndNoEndIsRecorded() {
        UpgradedStore upgraded = new UpgradedStore(database());
        upgraded.written(before -> before.delegation(SUPPORT, ALICE, MANAGE));

        assertThat(upgraded.delegation(ALICE).orElseThrow().suspension()).isEmpty();
        assertThat(database().column("select cast(expiry_recorded as varchar) from delegation"))
                .singleElement(STRING)
                .isEqualToIgnoringCase("false");
    }

    @Test
    default void anEntryWhoseFolderIsGoneIsGone() {
        UpgradedStore upgraded = new UpgradedStore(database(), "Projects");
        upgraded.written(
                before -> {
                    before.delegation(SUPPORT, ALICE, READ, "Vanished", "Projects");
                    before.delegation(
                            SUPPORT, BOB, EnumSet.allOf(DelegationRight.class), "Vanished");
                    before.delegation(SUPPORT, CAROL, MANAGE, "Vanished");
                });

        upgraded.bind();

        upgraded.james().withFolders(SUPPORT, "Vanished");
        assertThat(upgraded.rightsOf(ALICE, "Projects", "Vanished"))
                .containsExactly(ImapRights.ofLetters("lr"), ImapRights.NONE);
        assertThat(upgraded.delegation(ALICE).orElseThrow().inShort().folders())
                .contains(UpgradedStore.names("Projects"));
        assertThat(upgraded.rightsOf(BOB, "Vanished")).containsExactly(ImapRights.NONE);
        assertThat(upgraded.delegation(BOB).orElseThrow().sendRights()).hasSize(2);
        assertThat(upgraded.listed()).containsExactly(ALICE, BOB);
        assertThat(upgraded.members()).isEqualTo(2);
    }

    @Test
    default void aThousandFoldersAreBoundOnceHoweverOftenThatIsAsked() {
        String[] thousand =
                IntStream.range(0, 1000).mapToObj(i -> "Folder" + i).toArray(String[]::new);
        UpgradedStore upgraded = new UpgradedStore(database(), thousand);
        upgraded.written(before -> before.delegation(SUPPORT, ALICE, READ, thousand));

        upgraded.bind();
        Optional<Delegation> bound = upgraded.delegation(ALICE);
        upgraded.bind();

        assertThat(bound.orElseThrow().inShort().folders()).contains(UpgradedStore.names(thousand));
        assertThat(upgraded.delegation(ALICE)).isEqualTo(bound);
        assertThat(upgraded.rightsOf(ALICE, "Folder999", "Folder1000"))
                .containsExactly(ImapRights.ofLetters("lr"), ImapRights.NONE);
    }

    @Test
    default void whatLimitsADelegationLimitsItStill() {
        Username archive = Username.of("archive@example.com");
        Username limited = Username.of("box@limited.example");
        UpgradedStore upgraded = new UpgradedStore(database());
        upgraded.written(
                before -> {
                    before.mailbox(archive, "archive");
                    before.mailbox(limited, "team");
                    before.delegation(archive, ALICE, MANAGE);
                    before.delegation(limited, ALICE, MANAGE);
                    before.policyThatAllowsReading("limited.example");
                });

        assertThat(upgraded.plugin().access.access(archive, ALICE).imapRightsEverywhere())
                .isEqualTo(ImapRights.ofLetters("lrsw"));
        assertThat(upgraded.plugin().access.access(limited, ALICE).imapRightsEverywhere())
                .isEqualTo(ImapRights.ofLetters("lr"));
        assertThat(
                        database()
                                .stores()
                                .policies()
                                .find(PolicyScope.of(Domain.of("limited.example"))))
                .contains(
                        DelegationPolicy.builtIn().toBuilder()
                                .personalDelegation(false)
                                .allowedRights(READ)
                                .maxMembers(7)
                                .maxDuration(Optional.of(Duration.ofDays(1)))
                                .otherDomains(Set.of(Domain.of("other.example")))
                                .build());
    }

    @Test
    default void subscriptionsAndTheAuditLogStay() {
        UpgradedStore upgraded = new UpgradedStore(database(), "Projects");
        upgraded.written(
                before -> {
                    before.delegation(SUPPORT, ALICE, READ, "Projects");
                    before.subscription(SUPPORT, ALICE, "Projects", true);
                    before.subscription(SUPPORT, ALICE, "INBOX", false);
                    before.audited(SUPPORT, 25);
                });

        upgraded.bind();

        assertThat(database().stores().subscriptions().ofDelegate(ALICE))
                .isEqualTo(
                        SubscriptionChoices.of(
                                ImmutableTable.<Username, FolderName, Boolean>builder()
                                        .put(SUPPORT, FolderName.of("Projects"), true)
                                        .put(SUPPORT, FolderName.INBOX, false)
                                        .build()));
        assertThat(database().stores().auditLog().ofMailbox(SUPPORT, 100))
                .hasSize(25)
                .allSatisfy(entry -> assertThat(entry.at()).isEqualTo(NOON))
                .extracting(entry -> entry.details().get("n"))
                .startsWith("24", "23");
    }

    @Test
    default void whereNobodySignsInNobodyDoes() {
        UpgradedStore upgraded = new UpgradedStore(database());
        upgraded.written(before -> before.mailbox(SALES, "team"));

        SignInChanges signIns = upgraded.plugin().signIns;
        signIns.refresh();

        assertThat(signIns.haveEnded(SALES, signIns.now())).isTrue();
        assertThat(signIns.haveEnded(ALICE, SignInMoment.EARLIEST)).isFalse();
    }
}
