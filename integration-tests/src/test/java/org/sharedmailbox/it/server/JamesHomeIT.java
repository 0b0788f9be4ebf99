/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an operator's James is copied, and what is refused. */
class JamesHomeIT {
    @TempDir Path directory;
    private Path folder;

    @BeforeEach
    void aJamesIsThere() throws IOException {
        folder = directory.resolve("james");
        write("run.sh", "exec java -cp 'lib/*' org.apache.james.JPAJamesServerMain\n");
        write("conf/mailetcontainer.xml", "<processor state=\"root\" enableJmx=\"true\">\n");
    }

    @Test
    void mailAndLogsStayWhereTheyAre() throws IOException {
        write("var/mail/error/1", "");
        write("logs/james.log", "");
        write("extensions-jars/james-shared-mailboxes-0.1.0.jar", "");
        write("extensions-jars/another.jar", "");
        Path copy = directory.resolve("copy");

        CopiedHome.of(JamesHome.at(folder), copy);

        assertThat(copy.resolve("run.sh")).exists();
        assertThat(copy.resolve("extensions-jars/another.jar")).exists();
        assertThat(copy.resolve("extensions-jars/james-shared-mailboxes-0.1.0.jar")).doesNotExist();
        assertThat(copy.resolve("var/mail")).doesNotExist();
        assertThat(copy.resolve("logs/james.log")).doesNotExist();
        assertThat(copy.resolve("conf/mailetcontainer.xml"))
                .content()
                .startsWith("<processor state=\"root\" enableJmx=\"true\">\n<mailet match=\"All\"")
                .contains("DelegatedSender", "SharedSentCopy");
    }

    @Test
    void james39HasTheImapPackagesInEachServer() throws IOException {
        write("lib/guice-7.0.0.jar", "");
        Path copy = directory.resolve("copy");

        CopiedHome.of(JamesHome.at(folder), copy);

        assertThat(copy.resolve("conf/imapserver.xml"))
                .content()
                .containsPattern(
                        "<imapservers>\\s*<!--[^>]*-->\\s*<imapserver enabled=\"true\">\\s*"
                                + "<imapPackages>")
                .containsPattern(
                        "</imapserver>\\s*<imapserver enabled=\"true\">\\s*<imapPackages>");
    }

    @Test
    void aScriptThatStartsTheOriginalIsRefused() throws IOException {
        write("run.sh", "cd " + folder + " && exec java -jar james.jar\n");

        assertThatThrownBy(() -> JamesHome.at(folder)).hasMessageContaining("in the folder that");
    }

    @Test
    void mailetsThatTheBenchmarkDoesNotUnderstandAreRefused() throws IOException {
        write("conf/mailetcontainer.xml", "<processor state=\"root-of-ours\">");

        assertThatThrownBy(() -> CopiedHome.of(JamesHome.at(folder), directory.resolve("copy")))
                .hasMessageContaining("add them as the documentation says");
    }

    @Test
    void aFolderWithoutAScriptIsRefused() throws IOException {
        Files.delete(folder.resolve("run.sh"));

        assertThatThrownBy(() -> JamesHome.at(folder)).hasMessageContaining("has no run.sh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database.url=jdbc:postgresql://db.example.com/james",
                "database.url=jdbc:derby:/srv/james/derby;create=true",
                "database.url=jdbc:derby://db.example.com/james",
                "database.url=jdbc:h2:tcp://db.example.com/james",
                "database.url=jdbc:derby:../../derby",
                "directory=/srv/james",
                "objectstorage.s3.endPoint=https://s3.example.com/",
                "<repository ldapHost=\"ldap://ldap.example.com\"/>"
            })
    void whatBothCopiesWouldWriteToIsRefused(String line) {
        assertThatThrownBy(() -> OutsideStores.refuseIn("james.properties", line))
                .hasMessageContaining("${env:BENCHMARK_COPY}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database.url=jdbc:postgresql://db.example.com/${env:BENCHMARK_COPY}",
                "database.url=jdbc:derby:../var/store/derby;create=true",
                "database.url=jdbc:h2:file:./var/james",
                "# database.url=jdbc:postgresql://db.example.com/james",
                "<a/><!-- ldap://ldap.example.com --><b>file://var/mail</b>"
            })
    void whatEachCopyHasOfItsOwnIsNot(String line) {
        assertThatCode(() -> OutsideStores.refuseIn("james.properties", line))
                .doesNotThrowAnyException();
    }

    @Test
    void aServerOfAKnownKindIsRefused() {
        assertThatThrownBy(
                        () -> OutsideStores.refuseIn("postgres.properties", "database.name=james"))
                .hasMessageContaining("conf/postgres.properties");
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
