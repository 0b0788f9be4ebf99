/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.PolicyScope;

/** The line that says what is active, on a real store. */
class StartUpLineTest extends PluginFixture {
    private static final Map<String, String> NO_SETTINGS = ImmutableMap.of();

    @TempDir private Path folder;
    private ConfFolder conf;

    StartUpLineTest() {
        super(new JamesInMemory());
    }

    @BeforeEach
    void install() throws IOException {
        conf = ConfFolder.complete(folder);
        database.stores().connect();
    }

    @Test
    void aCompleteInstallationIsInOneLine() {
        assertThat(line(NO_SETTINGS))
                .isEqualTo(
                        "Shared mailboxes of unknown version on James 3.8.1: store H2 in "
                                + folder.resolve("var")
                                + "; 2 types (team, archive); delegation on (built-in policy);"
                                + " wired: tasks, WebAdmin, health check, IMAP, SMTP, mailets");
    }

    @Test
    void thePlaceOfAStoreElsewhereIsToldWithoutItsPassword() {
        assertThat(
                        line(
                                ImmutableMap.of(
                                        "store.url",
                                        "jdbc:postgresql://db.example.com/mail?password=s3cret",
                                        "store.user",
                                        "sharedmailbox",
                                        "store.schema",
                                        "shared")))
                .contains(
                        "store jdbc:postgresql://db.example.com/mail, user sharedmailbox, schema"
                                + " shared;")
                .doesNotContain("s3cret");
    }

    @Test
    void typesOfTheOperatorAreCountedToo() {
        assertThat(line(ImmutableMap.of("type.desk.folders", "INBOX,Sent")))
                .contains("; 3 types (team, archive, desk); ");
    }

    @Test
    void aPolicyOfAnAdministratorIsToldApartFromTheBuiltInOne() {
        database.stores()
                .policies()
                .put(
                        PolicyScope.allOthers(),
                        DelegationPolicy.builtIn().toBuilder().enabled(false).build());

        assertThat(line(NO_SETTINGS))
                .contains("; delegation off (policy 'default' in the store); ");
    }

    @Test
    void delegationThatIsOnForSharedMailboxesOnlyIsNamedSo() {
        database.stores()
                .policies()
                .put(
                        PolicyScope.allOthers(),
                        DelegationPolicy.builtIn().toBuilder().personalDelegation(false).build());

        assertThat(line(NO_SETTINGS)).contains("; delegation on, but not of personal mailboxes (");
    }

    @Test
    void whileTheStoreIsAwayThePolicyIsNotGuessed() {
        database.sql("drop all objects");

        assertThat(line(NO_SETTINGS)).contains("; delegation refused until the store answers; ");
    }

    @Test
    void aPolicyThatSomebodyHasSpoiltKeepsNothingFromStarting() {
        database.stores().policies().put(PolicyScope.allOthers(), DelegationPolicy.builtIn());
        database.sql("update delegation_policy set other_domains = 'some@body'");

        assertThat(line(NO_SETTINGS))
                .contains("; delegation unknown: the default policy cannot be read; wired: tasks");
    }

    @Test
    void whatLacksALineIsNotWired() throws IOException {
        conf.replacing("mailetcontainer.xml", "SharedSentCopy", "Null")
                .replacing("webadmin.properties", "extensions.routes", "extension.routes")
                .replacing("extensions.properties", "extension.task", "extension.tasks");

        assertThat(line(NO_SETTINGS))
                .endsWith("; wired: health check, IMAP, SMTP (not tasks, WebAdmin, mailets)");
    }

    @Test
    void whereEveryLineIsMissingNothingIsWired() throws IOException {
        conf = ConfFolder.complete(folder);
        for (String file :
                new String[] {
                    "extensions.properties", "webadmin.properties", "healthcheck.properties"
                }) {
            conf.with(file, "");
        }
        conf.with("imapserver.xml", "<imapservers><imapserver/></imapservers>")
                .with("smtpserver.xml", "<smtpservers><smtpserver/></smtpservers>")
                .with("mailetcontainer.xml", "<mailetcontainer/>");

        assertThat(line(NO_SETTINGS)).contains("; wired: nothing (not tasks, ");
    }

    @Test
    void protocolsWhoseSessionsThePluginCannotEndAreNamed() {
        conf.with("pop3server.xml", "<pop3servers><pop3server enabled=\"true\"/></pop3servers>")
                .with("jmap.properties", "enabled=true\n");

        assertThat(line(NO_SETTINGS))
                .contains(
                        "; delegation on (built-in policy); out of reach: sessions and tokens of"
                                + " POP3, JMAP; wired: tasks, ");
    }

    private String line(Map<String, String> settings) {
        return new StartUpLine(
                        SharedMailboxConfiguration.parse(settings),
                        new InstallationCheck(conf.properties(), conf.xml()),
                        database.stores().policies(),
                        conf.fileSystem(),
                        new OtherProtocols(conf.properties(), conf.xml()))
                .text();
    }
}
