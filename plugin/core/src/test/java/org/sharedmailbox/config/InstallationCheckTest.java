/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each missing line is reported, with the line to add, and no other line is. */
class InstallationCheckTest {
    private static final String SMTP_MESSAGE =
            "conf/smtpserver.xml lacks a line, so nobody can send from a shared mailbox. Add in"
                    + " place of <handlerchain>, in the block of each port: <handlerchain"
                    + " coreHandlersPackage=\"org.sharedmailbox.smtp.SharedMailboxHandlersPackage\">";
    private static final String IMAP_MESSAGE =
            "conf/imapserver.xml lacks a line, so members do not see shared mailboxes over IMAP."
                    + " Add directly below <imapservers>:"
                    + " <imapPackages>org.sharedmailbox.imap.SharedMailboxImapPackage"
                    + "</imapPackages>";
    private static final String COPY_MESSAGE =
            "conf/mailetcontainer.xml lacks a line, so mail sent from a shared mailbox is not filed"
                    + " in its Sent. Add after DelegatedSender in <processor state=\"root\">:"
                    + " <mailet match=\"All\" class=\"org.sharedmailbox.mailet.SharedSentCopy\"/>";
    private static final String MAILET_MESSAGE =
            "conf/mailetcontainer.xml lacks a line, so sending from a shared mailbox is refused."
                    + " Add first in <processor state=\"root\">: <mailet match=\"All\""
                    + " class=\"org.sharedmailbox.mailet.DelegatedSender\"/>";

    @TempDir Path james;

    @Test
    void aCompleteInstallationIsNotTalkedAbout() throws IOException {
        InstallationCheck check = ConfFolder.complete(james).check();

        assertThat(check.messages()).isEmpty();
        assertThat(check.isSendingInstalled()).isTrue();
    }

    @Test
    void withoutAnyFileEveryLineOfAServerThatRunsIsTold() throws IOException {
        assertThat(ConfFolder.empty(james).check().messages()).hasSize(11);
        assertThat(ConfFolder.empty(james).check().isSendingInstalled()).isFalse();
    }

    @Test
    void theModuleIsMissed() throws IOException {
        assertMissed(
                ConfFolder.complete(james)
                        .replacing("extensions.properties", "guice.extension.module", "#"),
                "conf/extensions.properties lacks a line, so the plugin does not work at all;"
                        + " James runs without it. Add (several values are separated by commas):"
                        + " guice.extension.module=org.sharedmailbox.guice.SharedMailboxModule");
    }

    @Test
    void aMisspeltKeyIsMissed() throws IOException {
        assertMissed(
                ConfFolder.complete(james)
                        .replacing("extensions.properties", "extension.startable", "startable"),
                "conf/extensions.properties lacks a line, so the plugin is not checked at"
                        + " start-up. Add (several values are separated by commas):"
                        + " guice.extension.startable="
                        + "org.sharedmailbox.guice.SharedMailboxStartable");
    }

    @Test
    void theTasksAreMissed() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing("extensions.properties", "extension.task", "extension.tasks");
        String message =
                "conf/extensions.properties lacks a line, so POST /delegations?task=reconcile is"
                        + " refused. Add (several values are separated by commas):"
                        + " guice.extension.task=org.sharedmailbox.webadmin.task"
                        + ".SharedMailboxTaskExtensionModule";

        assertMissed(conf, message);
        assertThat(conf.check().messageAboutTasks()).contains(message);
        assertThat(ConfFolder.complete(james).check().messageAboutTasks()).isEmpty();
    }

    @Test
    void theMailboxRoutesAreMissed() throws IOException {
        assertMissed(
                ConfFolder.complete(james)
                        .replacing("webadmin.properties", "SharedMailboxRoutes", "SharedRoutes"),
                "conf/webadmin.properties lacks a line, so /shared-mailboxes is missing from"
                        + " WebAdmin. Add (several values are separated by commas):"
                        + " extensions.routes=org.sharedmailbox.webadmin.SharedMailboxRoutes");
    }

    @Test
    void theDelegationRoutesAreMissed() throws IOException {
        assertMissed(
                ConfFolder.complete(james)
                        .replacing(
                                "webadmin.properties",
                                ",org.sharedmailbox.webadmin.DelegationRoutes",
                                ""),
                "conf/webadmin.properties lacks a line, so /delegations is missing from WebAdmin."
                        + " Add (several values are separated by commas):"
                        + " extensions.routes=org.sharedmailbox.webadmin.DelegationRoutes");
    }

    @Test
    void theHealthCheckIsMissed() throws IOException {
        assertMissed(
                ConfFolder.complete(james)
                        .replacing("healthcheck.properties", "additional.", "more."),
                "conf/healthcheck.properties lacks a line, so James's health check does not look at"
                        + " the plugin. Add (several values are separated by commas):"
                        + " additional.healthchecks="
                        + "org.sharedmailbox.health.SharedMailboxHealthCheck");
    }

    @Test
    void theImapPackageIsMissed() throws IOException {
        assertMissed(
                ConfFolder.complete(james)
                        .with("imapserver.xml", "<imapservers><imapserver/></imapservers>"),
                IMAP_MESSAGE);
    }

    @Test
    void theImapPackageOfJames39StandsInEachServer() throws IOException {
        String ours =
                "<imapserver><imapPackages>org.sharedmailbox.imap.SharedMailboxImapPackage"
                        + "</imapPackages></imapserver>";
        ConfFolder conf = ConfFolder.complete(james);

        conf.with("imapserver.xml", "<imapservers>" + ours + ours + "</imapservers>");
        assertThat(conf.check().messages()).isEmpty();
        conf.with(
                "imapserver.xml",
                "<imapservers>" + ours + "<imapserver enabled=\"false\"/></imapservers>");
        assertThat(conf.check().messages()).isEmpty();
        conf.with("imapserver.xml", "<imapservers>" + ours + "<imapserver/></imapservers>");
        assertMissed(conf, IMAP_MESSAGE);
    }

    @Test
    void theHandlersAreMissedOnOnePortOfTwo() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing(
                                "smtpserver.xml",
                                "</smtpservers>",
                                "<smtpserver enabled=\"true\"><handlerchain/></smtpserver>"
                                        + "</smtpservers>");

        assertThat(conf.check().messages()).containsExactly(SMTP_MESSAGE);
        assertThat(conf.check().isSendingInstalled()).isTrue();
    }

    @Test
    void aPortThatIsOffNeedsNoHandlers() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing(
                                "smtpserver.xml",
                                "</smtpservers>",
                                "<smtpserver enabled=\"false\"><handlerchain/></smtpserver>"
                                        + "</smtpservers>");

        assertThat(conf.check().messages()).isEmpty();
    }

    @Test
    void aPortOnWhichNobodyLogsInNeedsNoHandlers() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing(
                                "smtpserver.xml",
                                "</smtpservers>",
                                "<smtpserver><handlerchain coreHandlersPackage="
                                        + "\"org.apache.james.smtpserver.NoAuthCmdHandlerLoader\"/>"
                                        + "</smtpserver></smtpservers>");

        assertThat(conf.check().messages()).isEmpty();
        assertThat(conf.check().isSendingInstalled()).isTrue();
    }

    @Test
    void withoutTheHandlersNobodySends() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing("smtpserver.xml", "coreHandlersPackage", "coreHandlerPackage");

        assertMissed(conf, SMTP_MESSAGE);
        assertThat(conf.check().isSendingInstalled()).isFalse();
    }

    @Test
    void withoutTheMailetNobodySends() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing("mailetcontainer.xml", "DelegatedSender", "Null");

        assertMissed(conf, MAILET_MESSAGE);
        assertThat(conf.check().isSendingInstalled()).isFalse();
    }

    @Test
    void theMailetInAnotherProcessorDoesNotCount() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing("mailetcontainer.xml", "state=\"root\"", "state=\"local\"");

        assertMissed(conf, MAILET_MESSAGE, COPY_MESSAGE);
        assertThat(conf.check().isSendingInstalled()).isFalse();
    }

    @Test
    void theMailetThatNoMailGetsToIsTold() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing(
                                "mailetcontainer.xml",
                                "<processor state=\"root\">",
                                "<processor state=\"root\"><mailet match=\"All\""
                                        + " class=\"ToProcessor\"><processor>transport"
                                        + "</processor></mailet>");

        assertMissed(
                conf,
                "conf/mailetcontainer.xml has a line in the wrong place, so sending from a shared"
                        + " mailbox is refused: no mail gets past <mailet match=\"All\""
                        + " class=\"ToProcessor\">. Move it in front of that, first in <processor"
                        + " state=\"root\">: <mailet match=\"All\""
                        + " class=\"org.sharedmailbox.mailet.DelegatedSender\"/>",
                "conf/mailetcontainer.xml has a line in the wrong place, so mail sent from a shared"
                        + " mailbox is not filed in its Sent: no mail gets past <mailet"
                        + " match=\"All\" class=\"ToProcessor\">. Move it in front of that, after"
                        + " DelegatedSender in <processor state=\"root\">: <mailet match=\"All\""
                        + " class=\"org.sharedmailbox.mailet.SharedSentCopy\"/>");
        assertThat(conf.check().isSendingInstalled()).isFalse();
        assertThat(conf.check().parts().toString()).endsWith("(not mailets)");
    }

    @Test
    void theMailetThatSomeMailGoesPastIsTold() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing(
                                "mailetcontainer.xml",
                                "<processor state=\"root\">",
                                "<processor state=\"root\"><mailet notmatch=\"RelayLimit=30\""
                                        + " class=\"ToProcessor\"><processor>transport"
                                        + "</processor></mailet>");

        assertMissed(
                conf,
                "conf/mailetcontainer.xml has a line in the wrong place, so sending from a shared"
                        + " mailbox is refused: some mail gets no further than <mailet"
                        + " notmatch=\"RelayLimit=30\" class=\"ToProcessor\">. Move it in front of"
                        + " that, first in <processor state=\"root\">: <mailet match=\"All\""
                        + " class=\"org.sharedmailbox.mailet.DelegatedSender\"/>");
        assertThat(conf.check().isSendingInstalled()).isFalse();
    }

    @Test
    void theMailetThatDoesNotSeeAllMailIsTold() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing(
                                "mailetcontainer.xml",
                                "match=\"All\" class=\"org.sharedmailbox.mailet.DelegatedSender\"",
                                "match=\"RecipientIsLocal\""
                                        + " class=\"org.sharedmailbox.mailet.DelegatedSender\"");

        assertMissed(
                conf,
                "conf/mailetcontainer.xml has a line that does not see all mail, so sending from a"
                        + " shared mailbox is refused. In place of <mailet"
                        + " match=\"RecipientIsLocal\""
                        + " class=\"org.sharedmailbox.mailet.DelegatedSender\"> write, first in"
                        + " <processor state=\"root\">: <mailet match=\"All\""
                        + " class=\"org.sharedmailbox.mailet.DelegatedSender\"/>");
        assertThat(conf.check().isSendingInstalled()).isFalse();
    }

    @Test
    void harmlessMailetsMayBeInFront() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing(
                                "mailetcontainer.xml",
                                "<processor state=\"root\">",
                                "<processor state=\"root\"><mailet match=\"All\""
                                        + " class=\"SetMimeHeader\"><name>X-Here</name>"
                                        + "<value>1</value></mailet><mailet match=\"All\""
                                        + " class=\"ToRepository\"><passThrough>true</passThrough>"
                                        + "</mailet><mailet match=\"RelayLimit=30\""
                                        + " class=\"Null\"/>");

        assertThat(conf.check().messages()).isEmpty();
        assertThat(conf.check().isSendingInstalled()).isTrue();
    }

    @Test
    void ofSeveralRootProcessorsJamesTakesTheLast() throws IOException {
        ConfFolder conf =
                ConfFolder.complete(james)
                        .replacing(
                                "mailetcontainer.xml",
                                "</processors>",
                                "<processor state=\"root\"/></processors>");

        assertMissed(conf, MAILET_MESSAGE, COPY_MESSAGE);
    }

    @Test
    void aFileThatCannotBeReadLacksItsLine() throws IOException {
        assertMissed(
                ConfFolder.complete(james).with("imapserver.xml", "<imapservers>"), IMAP_MESSAGE);
        assertMissed(
                ConfFolder.complete(james).without("mailetcontainer.xml"),
                MAILET_MESSAGE,
                COPY_MESSAGE);
    }

    private static void assertMissed(ConfFolder conf, String... messages) {
        assertThat(conf.check().messages()).containsExactly(messages);
    }
}
