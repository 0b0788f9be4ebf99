/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Installation and its opposite, on configurations of the shapes that there are. */
class InstallTest {
    private static final List<String> XML =
            List.of("imapserver.xml", "smtpserver.xml", "mailetcontainer.xml");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "memory-3.8, false",
        "memory-3.8, true",
        "distributed-3.9, false",
        "distributed-3.9, true",
        "extended-3.8, false",
        "extended-3.8, true",
        "terse-3.9, false",
        "terse-3.9, true",
        "memory-3.9, false",
        "memory-3.9, true",
        "whole-memory-3.8, false",
        "jpa-3.8, false",
        "jpa-3.9, true",
        "cassandra-3.8, true",
        "cassandra-3.9, false",
        "distributed-3.8, false",
        "postgres-3.9, false"
    })
    void everyShapeIsRightAfterwardsAndAsBeforeAfterUninstall(String flavour, boolean windows)
            throws Exception {
        JamesFixture james = JamesFixture.of(flavour, folder);
        if (windows) {
            james.withCarriageReturns();
        }
        TreeMap<String, String> before = james.snapshot();

        CommandRun dryRun = james.run("install", "--dry-run");
        assertThat(dryRun.out()).contains("+++ b/conf/imapserver.xml", "+++ b/conf/smtpserver.xml");
        assertThat(james.snapshot()).isEqualTo(before);

        CommandRun install = james.run("install");
        assertThat(install.code()).as(install.err()).isZero();
        for (String file : XML) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(james.file(file).toFile());
            boolean hasLines = before.getOrDefault("conf/" + file, "").contains("\n");
            assertThat(james.read(file).replace("\r\n", "").contains("\n"))
                    .isEqualTo(!windows || !hasLines);
        }
        CommandRun check = james.check();
        assertThat(check.code()).as(check.out()).isZero();

        TreeMap<String, String> installed = james.snapshot();
        assertThat(james.run("install").out()).startsWith("Nothing to do");
        assertThat(james.run("install", "--dry-run").out()).isEmpty();
        assertThat(james.snapshot()).isEqualTo(installed);

        CommandRun uninstall = james.run("uninstall");
        assertThat(uninstall.code()).as(uninstall.err()).isZero();
        assertThat(james.snapshot()).isEqualTo(before);
        assertThat(james.run("uninstall").out()).startsWith("Nothing to do");
    }

    @Test
    void whatOthersHaveAddedStays() throws IOException {
        JamesFixture james = JamesFixture.of("extended-3.8", folder);

        james.run("install");

        assertThat(james.read("extensions.properties"))
                .contains("module.RspamdModule , \\\n    com.example.AnotherModule,org.shared")
                .contains("guice.extension.startable=\\\n    org.sharedmailbox.guice.");
        assertThat(james.read("webadmin.properties"))
                .contains("extensions.routes=com.example.Routes\n")
                .contains("extensions.routes=com.example.MoreRoutes,org.sharedmailbox.");
        assertThat(james.read("imapserver.xml"))
                .contains("com.example.PingImapPackages")
                .contains(
                        "<!-- before shared mailboxes:"
                                + " org.apache.james.modules.protocols.DefaultImapPackage -->")
                .doesNotContain(">org.apache.james.modules.protocols.DefaultImapPackage");
        assertThat(james.read("smtpserver.xml"))
                .contains("enableJmx=\"false\" coreHandlersPackage = 'org.sharedmailbox.smtp.")
                .contains("<period>1 h</period>");
    }

    @Test
    void aPortForOtherServersTooAsksForNoLogin() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        james.replacing("smtpserver.xml", "0.0.0.0:587", "0.0.0.0:25,0.0.0.0:587");
        james.replacing("smtpserver.xml", "0.0.0.0:465", "0.0.0.0:2525");

        assertThat(james.run("install").code()).isZero();

        assertThat(james.read("smtpserver.xml")).doesNotContain("LoginRequired");
        assertThat(james.check().out().lines().filter(line -> line.contains("without a login")))
                .singleElement()
                .asString()
                .contains("to 0.0.0.0:2525 writes", "unless other servers are to bring mail there");
    }

    @Test
    void aPortThatVerifiesIdentitiesByDefaultStaysAsItIs() throws IOException {
        JamesFixture james = JamesFixture.of("terse-3.9", folder);

        assertThat(james.run("install").code()).isZero();

        assertThat(james.read("smtpserver.xml")).doesNotContain("plainAuthEnabled");
        assertThat(james.check().out())
                .contains("verifyIdentity is on where nothing is written")
                .doesNotContain("sends as anybody");
    }

    @Test
    void anElementThatWasEmptyIsEmptyAgain() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        james.replacing(
                "smtpserver.xml", "<verifyIdentity>false</verifyIdentity>", "<verifyIdentity/>");
        TreeMap<String, String> before = james.snapshot();

        assertThat(james.run("install").code()).isZero();
        assertThat(james.check().code()).isZero();
        james.run("uninstall");

        assertThat(james.snapshot()).isEqualTo(before);
    }

    @Test
    void whatSomebodyHasFilledSinceIsTheirs() throws IOException {
        JamesFixture james = JamesFixture.of("terse-3.9", folder);
        james.replacing(
                "smtpserver.xml",
                "<smtpserver><handler",
                "<smtpserver><verifyIdentity>false</verifyIdentity><handler");
        james.run("install");
        james.replacing("smtpserver.xml", "<auth>", "<auth><announce>always</announce>");

        james.run("uninstall");

        assertThat(james.read("smtpserver.xml"))
                .contains("<auth><announce>always</announce>")
                .doesNotContain("org.sharedmailbox");
    }

    @Test
    void theFirstBackupIsTheFileAsItWas() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        String before = james.read("imapserver.xml");

        CommandRun install = james.run("install");

        assertThat(install.out())
                .contains(
                        "conf/imapserver.xml changed; as it was:"
                                + " conf/imapserver.xml.before-shared-mailboxes\n");
        assertThat(james.read("imapserver.xml.before-shared-mailboxes")).isEqualTo(before);
    }

    @Test
    void aLineThatIsLostLaterIsAddedWithoutASecondBackup() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        TreeMap<String, String> before = james.snapshot();
        james.run("install");
        james.replacing("smtpserver.xml", "<verifyIdentity>true", "<verifyIdentity>false");

        james.run("install");

        assertThat(james.check().code()).isZero();
        james.run("uninstall");
        TreeMap<String, String> after = james.snapshot();
        after.remove("conf/smtpserver.xml.before-shared-mailboxes.2");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whatHasBeenChangedSinceStaysAndItsBackupIsNamed() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        james.run("install");
        james.replacing("imapserver.xml", "0.0.0.0:143", "0.0.0.0:10143");

        CommandRun uninstall = james.run("uninstall");

        assertThat(uninstall.out()).contains("conf/imapserver.xml.before-shared-mailboxes is kept");
        assertThat(james.read("imapserver.xml"))
                .contains("10143")
                .doesNotContain("org.sharedmailbox");
        assertThat(james.file("smtpserver.xml.before-shared-mailboxes")).doesNotExist();
    }

    @Test
    void linesThatWereAddedByHandAreTakenOutToo() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        Path sample = Path.of("..", "..", "docs", "sample-configuration");
        for (String file :
                List.of(
                        "imapserver.xml",
                        "smtpserver.xml",
                        "mailetcontainer.xml",
                        "extensions.properties",
                        "webadmin.properties",
                        "healthcheck.properties",
                        "logback.xml")) {
            james.with(file, Files.readString(sample.resolve(file)));
        }
        assertThat(james.check().code()).as(james.check().out()).isZero();

        james.run("uninstall");

        assertThat(james.read("imapserver.xml")).doesNotContain("<imapPackages>");
        assertThat(james.snapshot())
                .allSatisfy((file, text) -> assertThat(text).doesNotContain("org.sharedmailbox"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-8", "UTF-16LE", "UTF-16BE"})
    void theEncodingStays(String name) throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        Charset charset = Charset.forName(name);
        String text =
                (name.equals("ISO-8859-1") ? "" : "\uFEFF")
                        + "<?xml version=\"1.0\" encoding=\""
                        + (name.startsWith("UTF-16") ? "UTF-16" : name)
                        + "\"?>\n<imapservers><!-- B\u00FCro -->\n"
                        + "  <imapserver/>\n</imapservers>\n";
        byte[] before = text.getBytes(charset);
        Files.write(james.file("imapserver.xml"), before);

        assertThat(james.run("install").code()).isZero();

        assertThat(new String(Files.readAllBytes(james.file("imapserver.xml")), charset))
                .isEqualTo(
                        text.replace(
                                "<imapservers>",
                                "<imapservers>\n  <imapPackages>org.sharedmailbox.imap"
                                        + ".SharedMailboxImapPackage</imapPackages>"));
        james.run("uninstall");
        assertThat(Files.readAllBytes(james.file("imapserver.xml"))).isEqualTo(before);
    }

    @Test
    void aConfigurationElsewhereIsFound() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder.resolve("james"));
        Path elsewhere = Files.move(james.folder().resolve("conf"), folder.resolve("etc"));
        String before = Files.readString(elsewhere.resolve("imapserver.xml"));

        CommandRun install = james.run("install", "--conf", elsewhere.toString());

        assertThat(install.code()).as(install.err()).isZero();
        assertThat(install.out()).contains(elsewhere.resolve("imapserver.xml") + " changed");
        assertThat(james.check("--conf", elsewhere.toString()).code()).isZero();
        james.run("uninstall", "--conf", elsewhere.toString());
        assertThat(Files.readString(elsewhere.resolve("imapserver.xml"))).isEqualTo(before);
    }

    @Test
    void aLinkWithinIsFollowedAndStaysALink() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        Path file = james.file("imapserver.xml");
        Path real = Files.move(file, folder.resolve("imap.xml"));
        Files.createSymbolicLink(file, real);

        assertThat(james.run("install").code()).isZero();

        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(real)).contains("<imapPackages>");
    }

    @Test
    void whatIsShownHasNoSecretsInIt() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        james.with(
                "webadmin.properties",
                "enabled=true\npassword=s3cret\nhttps.trust.password : s3cret\npassword s3cret");
        james.with("healthcheck.properties", "password=\\\n  s3cret");
        james.replacing(
                "imapserver.xml",
                "<imapservers>",
                "<imapservers><secret type=\"a\">s3cret</secret><a key='s3cret'/><!-- s3cret -->"
                        + "<keyPassword>s3cret</keyPassword><b c=\"s3cret");
        james.replacing("imapserver.xml", "<b c=\"s3cret", "<b c=\"\ns3cret\"/>s3cret");
        james.replacing(
                "smtpserver.xml",
                "<handlerchain>",
                "<auth>Basic s3cret</auth>\ns3cret<handlerchain> s3cret");

        assertThat(james.run("install", "--dry-run").out())
                .contains(
                        "<imapPackages>org.sharedmailbox.imap",
                        "-        <verifyIdentity>false</verifyIdentity>",
                        "extensions.routes=")
                .doesNotContain("s3cret");
        assertThat(james.run("install", "--json").out())
                .contains("+extensions.routes=")
                .doesNotContain("s3cret");
        assertThat(james.read("webadmin.properties")).contains("password=s3cret");
    }

    @Test
    void aFileInOneLineIsShownWithoutItsSecrets() throws IOException {
        JamesFixture james = JamesFixture.of("terse-3.9", folder);
        james.replacing(
                "smtpserver.xml",
                "<tls socketTLS=\"true\"/>",
                "<tls socketTLS='true' x='s3cret'><secret>s3cret</secret><!--s3cret--></tls>");

        assertThat(james.run("install", "--dry-run").out())
                .contains("<tls socketTLS=\"…\" x=\"…\"><secret>…</secret><!…></tls>")
                .contains("<verifyIdentity>disabled</verifyIdentity>")
                .contains("<!-- before shared mailboxes: disabled -->")
                .doesNotContain("s3cret");
    }

    @Test
    void whatIsAddedToTheLogIsShown() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);

        assertThat(james.run("install", "--dry-run").out())
                .contains("+        <logger name=\"org.sharedmailbox\" level=\"INFO\"/>\n")
                .contains("+        <logger name=\"org.sharedmailbox.audit\" level=\"WARN\"/>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE configuration>\n<configuration/>",
                "<Configuration><root level=\"WARN\"/></Configuration>",
                "<configuration"
            })
    void aConfigurationOfTheLogThatCannotBeEditedIsLeftAlone(String text) throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        james.with("logback.xml", text);

        assertThat(james.run("install").code()).isZero();
        assertThat(james.check().out())
                .contains("OK        conf/logback.xml: not looked at, as the plugin does without");
        assertThat(james.check().code()).isZero();
        assertThat(james.run("uninstall").code()).isZero();

        assertThat(james.read("logback.xml")).isEqualTo(text);
        assertThat(james.read("imapserver.xml")).doesNotContain("org.sharedmailbox");
    }

    @Test
    void aConfigurationOfTheLogThatIsReadOnlyIsLeftAlone() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        String before = james.read("logback.xml");
        assertThat(james.file("logback.xml").toFile().setReadOnly()).isTrue();

        CommandRun install = james.run("install");

        assertThat(install.code()).as(install.err()).isZero();
        assertThat(install.out())
                .contains("MISSING   conf/logback.xml: the log does not say what is active");
        assertThat(james.read("logback.xml")).isEqualTo(before);
        assertThat(james.read("imapserver.xml")).contains("<imapPackages>");
    }

    @Test
    void whoHasToLogInIsToldHowInOldFilesToo() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        james.with(
                "smtpserver.xml",
                "<smtpservers><smtpserver><bind>0.0.0.0:587</bind><authRequired>True</authRequired>"
                        + "<verifyIdentity>true</verifyIdentity>"
                        + "<authorizedAddresses>127.0.0.1</authorizedAddresses>"
                        + "<handlerchain/></smtpserver></smtpservers>");
        String before = james.read("smtpserver.xml");

        assertThat(james.run("install").code()).isZero();

        assertThat(james.read("smtpserver.xml"))
                .contains(
                        "<authRequired>announce</authRequired><!-- before shared mailboxes: True"
                                + " -->");
        assertThat(james.check().out()).doesNotContain("not told how");
        assertThat(james.run("uninstall").code()).isZero();
        assertThat(james.read("smtpserver.xml")).isEqualTo(before);
    }

    @Test
    void whoHasToLogInIsToldHow() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        james.replacing(
                "smtpserver.xml",
                "<bind>0.0.0.0:587</bind>",
                "<bind>0.0.0.0:587</bind><authorizedAddresses>127.0.0.0/8</authorizedAddresses>");
        String before = james.read("smtpserver.xml");

        assertThat(james.run("install").code()).isZero();

        String note = "<!-- before shared mailboxes: forUnauthorizedAddresses -->";
        assertThat(james.read("smtpserver.xml"))
                .containsOnlyOnce("<announce>always</announce>" + note);
        assertThat(james.check().code()).as(james.check().out()).isZero();
        james.replacing(
                "smtpserver.xml",
                "<announce>always</announce>" + note,
                "<announce>forUnauthorizedAddresses</announce>");
        assertThat(james.check().code()).isEqualTo(3);
        assertThat(james.check().out())
                .contains(
                        "mail programs in authorizedAddresses have to log in on 0.0.0.0:587, and are"
                                + " not told how; write: <announce>always</announce>");
        james.run("install");
        james.run("uninstall");
        assertThat(james.read("smtpserver.xml")).isEqualTo(before);
    }

    @Test
    void whatFailsAfterTheLinesAreOutIsAFinding() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        james.run("install");
        Files.createDirectory(james.file("imapserver.xml.before-shared-mailboxes.0"));
        Files.delete(james.file("imapserver.xml.before-shared-mailboxes"));

        CommandRun uninstall = james.run("uninstall");

        assertThat(uninstall.code()).as(uninstall.err()).isZero();
        assertThat(uninstall.out())
                .contains("Uninstalled", "DANGEROUS conf: the plugin's lines are taken out, but");
        assertThat(james.read("imapserver.xml")).doesNotContain("org.sharedmailbox");
    }

    @Test
    void scriptsReadOneDocument() throws IOException {
        JamesFixture james = JamesFixture.of("memory-3.8", folder);
        assertThat(james.run("install", "--dry-run", "--json").out())
                .contains("\"dryRun\": true", "\"file\": \"conf/imapserver.xml\"")
                .contains("\"action\": \"changed\"", "\"diff\": \"--- a/conf/");

        CommandRun install = james.run("install", "--json");
        assertThat(install.out())
                .startsWith("{")
                .contains("\"jamesVersion\": \"3.8\"", "\"dryRun\": false")
                .contains("\"backup\": \"conf/imapserver.xml.before-shared-mailboxes\"");
        james.replacing("imapserver.xml", "0.0.0.0:143", "0.0.0.0:10143");
        assertThat(james.run("uninstall", "--json").out())
                .contains("\"backupsKept\": [\n    \"conf/imapserver.xml.before-");
    }
}
