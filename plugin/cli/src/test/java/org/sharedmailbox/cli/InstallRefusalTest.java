/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be done is said in one sentence, and nothing is changed. */
class InstallRefusalTest {
    @TempDir Path folder;

    private JamesFixture james;

    @BeforeEach
    void layOut() throws IOException {
        james = JamesFixture.of("memory-3.8", folder.resolve("james"));
    }

    @Test
    void aFolderThatIsNoJames() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        for (String command : new String[] {"check", "install", "uninstall"}) {
            assertThat(said(CommandRun.of(command, other.toString())))
                    .startsWith(other + " is no folder of a James: there is no mailetcontainer.xml")
                    .contains("--conf");
            assertThat(said(CommandRun.of(command, folder.resolve("none").toString())))
                    .startsWith("There is no folder ");
        }
    }

    @Test
    void aJamesWithSpring() throws IOException {
        Path libraries = Files.createDirectory(james.folder().resolve("lib"));
        Files.createFile(libraries.resolve("james-server-spring-3.8.1.jar"));
        assertRefused(james.folder() + " is the James with Spring, which has no extensions");
        assertThat(said(james.run("check"))).contains("with Guice");
    }

    @Test
    void aFileThatIsMissing() throws IOException {
        Files.delete(james.file("imapserver.xml"));

        assertRefused("conf/imapserver.xml is not there, so this James lacks what the plugin");
        assertThat(james.check().out())
                .contains("MISSING   conf/imapserver.xml: there is no such file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "distributed-pop3-3.8",
                "distributed-pop3-3.9",
                "jpa-smtp-3.8",
                "jpa-smtp-3.9"
            })
    void aFlavourWithoutImap(String flavour) throws IOException {
        james = JamesFixture.of(flavour, folder.resolve(flavour));
        TreeMap<String, String> before = james.snapshot();

        assertRefused("conf/imapserver.xml is not there, so this James lacks what the plugin");
        assertThat(said(james.run("install", "--dry-run"))).startsWith("conf/imapserver.xml is ");
        CommandRun check = james.check();
        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out()).contains("MISSING   conf/imapserver.xml: there is no such file");
        CommandRun uninstall = james.run("uninstall");
        assertThat(uninstall.code()).isZero();
        assertThat(uninstall.out()).startsWith("Nothing to do");
        assertThat(james.snapshot()).isEqualTo(before);
    }

    @Test
    void brokenXml() throws IOException {
        james.with("smtpserver.xml", "<smtpservers>\n  <smtpserver>\n</smtpservers>\n");
        assertRefused("smtpserver.xml is no well-formed XML, at line 3, column ");
        james.with("smtpserver.xml", "");
        assertRefused("smtpserver.xml is no well-formed XML, at line 1, column 1: ");
    }

    @Test
    void aDoctype() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        james.with(
                "imapserver.xml",
                "<!DOCTYPE imapservers [<!ENTITY x SYSTEM \""
                        + secret.toUri()
                        + "\">]><imapservers>&x;</imapservers>");

        assertRefused("imapserver.xml has a <!DOCTYPE …>, which is not followed: take it out");
    }

    @Test
    void anEncodingThatIsNotTheDeclaredOne() throws IOException {
        Files.write(
                james.file("imapserver.xml"),
                "<imapservers><!-- \u00FC --></imapservers>".getBytes("ISO-8859-1"));
        assertRefused("conf/imapserver.xml is not encoded in UTF-8, as it says");
        james.with("imapserver.xml", "<?xml version=\"1.0\" encoding=\"none\"?><imapservers/>");
        assertThat(said(james.run("install"))).startsWith("imapserver.xml is in an encoding that");
    }

    @Test
    void aFileOrAFolderThatIsReadOnly() throws IOException {
        Path file = james.file("mailetcontainer.xml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertRefused("Nothing is changed: conf/mailetcontainer.xml is read-only for this user");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Path conf = james.folder().resolve("conf");
        Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertRefused("Nothing is changed: the folder of conf/extensions.properties is read-only");
        Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void handlersOfSomebodyElse() throws IOException {
        james.replacing(
                "smtpserver.xml",
                "<handlerchain>",
                "<handlerchain coreHandlersPackage=\"com.example.Handlers\">");

        assertRefused(
                "smtpserver.xml, line 14: only one coreHandlersPackage can be there, and it is"
                        + " com.example.Handlers: ");
        assertThat(james.check().out()).contains("MISSING   conf/smtpserver.xml:14: nobody can");
    }

    @Test
    void aServerWithoutHandlers() throws IOException {
        james.with("smtpserver.xml", "<smtpservers>\n<smtpserver/>\n</smtpservers>\n");
        assertRefused("smtpserver.xml, line 2: this <smtpserver> has no <handlerchain>: ");
    }

    @Test
    void aSubmissionPortOnWhichSigningInIsNotAnnounced() throws IOException {
        james.replacing("smtpserver.xml", "forUnauthorizedAddresses", "never");
        assertRefused("smtpserver.xml, line 19: mail programs hand in mail here, and signing in");
        assertThat(james.check().out()).contains("signing in is not announced there; write in");
    }

    @Test
    void tokensThatLetPeopleSendAsAnybody() throws IOException {
        james.replacing(
                "smtpserver.xml",
                "<plainAuthEnabled>true</plainAuthEnabled>",
                "<plainAuthEnabled>false</plainAuthEnabled><oidc><claim>email</claim></oidc>");
        assertRefused("smtpserver.xml, line 4: whoever signs in with a token (XOAUTH2)");
        assertThat(james.check().out())
                .contains("whoever signs in on 0.0.0.0:25 with a token (XOAUTH2), which is not");
    }

    @Test
    void identitiesThatJamesDoesNotVerifyWhereNobodySignsIn() throws IOException {
        james.replacing("smtpserver.xml", "<announce>never</announce>", "");
        james.replacing(
                "smtpserver.xml",
                "</authorizedAddresses>\n        <verifyIdentity>false",
                "</authorizedAddresses><authRequired>no</authRequired>\n"
                        + "        <verifyIdentity>true");
        assertRefused("smtpserver.xml, line 4: James does not start with verifyIdentity where");
        assertThat(james.check().out())
                .contains("DANGEROUS conf/smtpserver.xml:13: James does not start with verify");
        james.replacing("smtpserver.xml", "<authRequired>no", "<authRequired> Announce ");
        assertThat(james.run("install").code()).isZero();
    }

    @Test
    void aListThatBreaksOff() throws IOException {
        james.with("extensions.properties", "guice.extension.module=com.example.A,\\\n\n#\n");
        assertRefused("Nothing is changed; first correct this: ");
    }

    @Test
    void mailetsInTheWrongOrder() throws IOException {
        String copy = "<mailet match=\"All\" class=\"org.sharedmailbox.mailet.SharedSentCopy\"/>";
        String sender =
                "<mailet match=\"All\" class=\"org.sharedmailbox.mailet.DelegatedSender\"/>";
        james.replacing(
                "mailetcontainer.xml",
                "<mailet match=\"RelayLimit=30\" class=\"Null\"/>",
                copy + "\n" + sender);

        assertRefused("mailetcontainer.xml, line 9: move SharedSentCopy behind DelegatedSender");
        assertThat(james.check().out()).contains("MISSING   conf/mailetcontainer.xml:9: mail sent");
    }

    @Test
    void noRootProcessor() throws IOException {
        james.replacing("mailetcontainer.xml", "state=\"root\"", "state=\"other\"");
        assertRefused("mailetcontainer.xml has no <processor state=\"root\">");
    }

    @Test
    void aNameThatIsMisspelt() throws IOException {
        james.with(
                "healthcheck.properties",
                "additional.healthchecks=org.sharedmailbox.health.SharedMailboxHealthChek\n");
        assertRefused(
                "Nothing is changed; first correct this: MISSPELT  conf/healthcheck.properties:1:"
                        + " ");
    }

    @Test
    void aLinkOutOfTheFolder() throws IOException {
        Path file = james.file("imapserver.xml");
        Path outside = Files.move(file, folder.resolve("imapserver.xml"));
        Files.createSymbolicLink(file, outside);

        assertRefused("conf/imapserver.xml is a link to " + outside.toRealPath());
        assertThat(Files.readString(outside)).doesNotContain("sharedmailbox");
    }

    @Test
    void aLinkToNothing() throws IOException {
        Files.deleteIfExists(james.file("healthcheck.properties"));
        Files.createSymbolicLink(james.file("healthcheck.properties"), folder.resolve("none"));

        assertRefused("conf/healthcheck.properties is a link to a file that is not there: put");
        assertThat(said(james.check())).startsWith("conf/healthcheck.properties is a link to a");
    }

    @Test
    void whatIsNotUnderstood() {
        for (String url :
                new String[] {
                    "ftp://host",
                    "http://user:s3cret@host",
                    "http://host:99999",
                    "http://host/?a",
                    "http://host/#a"
                }) {
            assertThat(said(2, james.run("check", "--url", url)))
                    .startsWith("--url is http://host:port")
                    .doesNotContain("s3cret");
        }
        assertThat(said(james.run("check", "--accept", "store.notkept")))
                .startsWith("--accept is followed by one of DelegatedSender, LoginRequired, ");
        assertThat(said(CommandRun.of("check", folder.toString(), "--james-version", "2.0")))
                .startsWith("--james-version is 3.8 or 3.9");
        assertThat(CommandRun.of("install").code()).isEqualTo(2);
    }

    private void assertRefused(String sentence) throws IOException {
        TreeMap<String, String> before = james.snapshot();
        assertThat(said(james.run("install"))).startsWith(sentence);
        assertThat(james.snapshot()).isEqualTo(before);
    }

    private static String said(CommandRun run) {
        return said(1, run);
    }

    private static String said(int code, CommandRun run) {
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        return run.err();
    }
}
