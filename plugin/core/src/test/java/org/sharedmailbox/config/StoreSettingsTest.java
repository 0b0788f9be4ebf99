/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSettingsTest {
    private static final String URL = "jdbc:postgresql://db/james";

    /** Set for this test in pom.xml. */
    private static final String IN_THE_ENVIRONMENT = "of the, environment";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:james",
                "jdbc:postgresql://db/james",
                "jdbc:postgresql://db:5432/",
                "jdbc:postgresql://one:5432,two:5433/james?targetServerType=primary",
                "jdbc:postgresql://[2001:db8::1]:5432/james",
                "jdbc:postgresql:///james?sslmode=verify-full&sslrootcert=/etc/ssl/db.pem",
                "jdbc:h2:/var/lib/james/shared;CIPHER=AES",
            })
    void aUrlIsTakenAsItIs(String url) {
        assertThat(read("store.url", url).url()).contains(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://db/james", "postgresql://db/james", "jdbc:h2:", "db"})
    void anotherDatabaseIsRefused(String url) {
        assertRefused("store.url is '" + url + "', but it must be " + StoreAddress.ALLOWED, url);
    }

    /** Others could use it, which would be taken for this server's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://db.example.com/x",
                "jdbc:h2:ssl:db.example.com/x",
                "jdbc:h2:zip:/srv/x.zip!/x",
                "jdbc:h2:file:zip:/srv/x.zip!/x",
                "jdbc:h2:classpath:x",
                "jdbc:h2:/srv/x;Auto_Server=true",
                "jdbc:h2:/srv/x;CIPHER=AES;AUTO_SERVER=TRUE",
            })
    void anH2ThatIsNotThisServersAloneIsRefused(String url) {
        assertRefused("store.url is '" + url + "', but it must be " + StoreAddress.ALLOWED, url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "jdbc:h2:split:30:/srv/x", "jdbc:h2:c:/srv/zip/x"})
    void anotherH2OfThisServerAloneIsTaken(String url) {
        assertThat(read("store.url", url).url()).contains(url);
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://james:s3cret@db/james, postgres://***@db/james",
        "jdbc:postgresql://james:s3cret@db/james, jdbc:postgresql://***@db/james",
        "jdbc:postgresql://james:s3/cret@db/james, jdbc:postgresql://***@db/james",
        "jdbc:postgresql://james:s3?cret@db/james, jdbc:postgresql://***@db/james",
        "jdbc:postgresql://db/james?password=100%s3cret,"
                + " jdbc:postgresql://db/james?password=***",
        "jdbc:mysql://db/james?Password=s3cret&x=y, jdbc:mysql://db/james?Password=***&x=y",
        "jdbc:oracle:db;password=s3cret, jdbc:oracle:db;password=***",
    })
    void aPasswordInAUrlThatIsRefusedIsNotShown(String url, String shown) {
        assertRefused("store.url is '" + shown + "', but it must be " + StoreAddress.ALLOWED, url);
    }

    @Test
    void userAndPasswordAreTakenOutOfTheUrl() throws Exception {
        StoreSettings read =
                read(
                        "store.url",
                        "jdbc:postgresql://db/james?user=me%40here&password=s3%26cret&ssl=true");

        assertThat(read.url()).contains("jdbc:postgresql://db/james?ssl=true");
        assertThat(read.user()).contains("me@here");
        assertThat(read.password().orElseThrow().current()).isEqualTo("s3&cret");
        assertThat(read.toString()).doesNotContain("s3");
    }

    @Test
    void theSameHoldsForH2() throws Exception {
        StoreSettings read = read("store.url", "jdbc:h2:/var/x;CIPHER=AES;User=me;PASSWORD=a b");

        assertThat(read.url()).contains("jdbc:h2:/var/x;CIPHER=AES");
        assertThat(read.user()).contains("me");
        assertThat(read.password().orElseThrow().current()).isEqualTo("a b");
    }

    @Test
    void whatHasASettingOfItsOwnCountsMoreThanTheUrl() throws Exception {
        StoreSettings read =
                read(
                        "store.url", URL + "?user=one&password=first",
                        "store.user", "two",
                        "store.password", "second");

        assertThat(read.user()).contains("two");
        assertThat(read.password().orElseThrow().current()).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\n", "s3cret\r\n", "s3cret"})
    void aPasswordInAFileIsReadWithoutTheEndOfItsLine(String content) throws Exception {
        assertThat(readFile(content).password().orElseThrow().current()).isEqualTo("s3cret");
    }

    @Test
    void blanksBelongToAPasswordInAFile() throws Exception {
        assertThat(readFile(" s3cret \n").password().orElseThrow().current()).isEqualTo(" s3cret ");
    }

    @Test
    void aPasswordThatIsReplacedInItsFileHoldsFromThenOn() throws Exception {
        StorePassword password = readFile("old\n").password().orElseThrow();

        Files.writeString(file(), "new\n");

        assertThat(password.current()).isEqualTo("new");
        assertThat(password.toString()).isEqualTo("in " + file());
        Files.delete(file());
        assertThatThrownBy(password::current)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "shared-mailboxes.properties: the file of store.passwordFile, '%s', cannot"
                                + " be read: create it, and let the user that runs James read it",
                        file());
    }

    @Test
    void aFileThatIsMissingIsRefused() {
        assertRefused(
                "the file of store.passwordFile, '"
                        + file()
                        + "', cannot be read: create it, and let the user that runs James read it",
                "store.url",
                URL,
                "store.passwordFile",
                file().toString());
    }

    @Test
    void aFolderIsRefused() {
        assertRefused(
                "the file of store.passwordFile, '"
                        + folder
                        + "', cannot be read: create it, and let the user that runs James read it",
                "store.url",
                URL,
                "store.passwordFile",
                folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void anEmptyFileIsRefused(String content) {
        assertThatThrownBy(() -> readFile(content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "shared-mailboxes.properties: the file of store.passwordFile, '%s', is"
                                + " empty: write the password into it",
                        file());
    }

    @Test
    void aFileOfSeveralLinesIsRefusedWithoutShowingThem() {
        assertNoPassword("s3cret\ns3cret\n");
        assertNoPassword("\ns3cret\n");
        assertNoPassword("s3cret".repeat(1_000));
    }

    private void assertNoPassword(String content) {
        assertThatThrownBy(() -> readFile(content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "shared-mailboxes.properties: the file of store.passwordFile, '%s', is not"
                                + " one line of at most 4096 octets: write the password into it and"
                                + " nothing else",
                        file());
    }

    @Test
    void aRelativePathIsRefused() {
        assertRefused(
                "store.passwordFile is 'db.secret', but it must be the absolute path of a file,"
                        + " e.g. /run/secrets/db",
                "store.url",
                URL,
                "store.passwordFile",
                "db.secret");
    }

    @Test
    void twoPasswordsAreRefused() throws Exception {
        Files.writeString(file(), "s3cret");
        String twice =
                "store.passwordFile is set, and store.password (or the password in store.url) too:"
                        + " keep one of them";

        assertRefused(
                twice,
                "store.url",
                URL,
                "store.password",
                "s3cret",
                "store.passwordFile",
                file().toString());
        assertRefused(
                twice,
                "store.url",
                URL + "?password=s3cret",
                "store.passwordFile",
                file().toString());
    }

    @Test
    void aPasswordComesFromTheEnvironment() throws Exception {
        assertThat(
                        inFile("store.password=${env:PASSWORD_OF_STORE_SETTINGS_TEST}\n")
                                .password()
                                .map(StoreSettingsTest::current))
                .contains(IN_THE_ENVIRONMENT);
    }

    @Test
    void anEnvironmentVariableThatIsMissingIsNamed() {
        assertThatThrownBy(() -> inFile("store.password=${env:NO_SUCH_VARIABLE}\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "shared-mailboxes.properties: store.password is to come from the"
                                + " environment variable NO_SUCH_VARIABLE, which James does not"
                                + " have: set it where James is started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shared", "1st", "pg_shared", "my-schema", "a\"b", "x;y"})
    void aSchemaThatWouldNeedQuotesIsRefused(String schema) {
        assertRefused(
                "store.schema is '"
                        + schema
                        + "', but it must be up to 63 lower-case letters, digits and underscores"
                        + " that begin with neither a digit nor pg_",
                "store.url",
                URL,
                "store.schema",
                schema);
    }

    @Test
    void onlyPostgresqlHasASchema() {
        String refusal = "store.schema is for PostgreSQL only: remove it, or set store.url";

        assertRefused(refusal, "store.schema", "shared");
        assertRefused(refusal, "store.schema", "shared", "store.url", "jdbc:h2:/var/x");
    }

    private static void assertRefused(String why, String url) {
        assertRefused(why, "store.url", url);
    }

    private static void assertRefused(String why, String... settings) {
        Throwable refusal = catchThrowable(() -> read(settings));

        assertThat(refusal)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shared-mailboxes.properties: " + why);
    }

    private StoreSettings readFile(String content) throws IOException {
        Files.writeString(file(), content);
        return read("store.url", URL, "store.passwordFile", file().toString());
    }

    private Path file() {
        return folder.resolve("secret");
    }

    private StoreSettings inFile(String content) throws Exception {
        return ConfigurationFile.read(
                        ConfFolder.empty(folder)
                                .with(
                                        "shared-mailboxes.properties",
                                        "store.url=" + URL + "\n" + content)
                                .properties())
                .store();
    }

    private static String current(StorePassword password) {
        try {
            return password.current();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static StoreSettings read(String... settings) {
        ImmutableMap.Builder<String, String> written = ImmutableMap.builder();
        for (int i = 0; i < settings.length; i += 2) {
            written.put(settings[i], settings[i + 1]);
        }
        return SharedMailboxConfiguration.parse(written.build()).store();
    }
}
