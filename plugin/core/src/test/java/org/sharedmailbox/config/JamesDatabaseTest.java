/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code store.url=james}, with files as James reads them. */
class JamesDatabaseTest {
    private static final String BUT =
            "shared-mailboxes.properties: store.url is 'james', James's own PostgreSQL, but ";

    private static final String INSTEAD =
            ": write the store's own address (store.url=jdbc:postgresql://host/database), or no"
                    + " store.url for the embedded database";

    private static final String WANTS_ALL_FILES = "james.fail.on.missing.configuration";

    @TempDir Path james;
    private ConfFolder conf;

    @BeforeEach
    void askForIt() throws Exception {
        conf = ConfFolder.empty(james).with("shared-mailboxes.properties", "store.url=james\n");
    }

    @Test
    void theDatabaseOfThePostgresFlavourIsTaken() throws Exception {
        conf.with(
                "postgres.properties",
                "database.name=mail\ndatabase.schema=public\ndatabase.host=db.example.com\n"
                        + "database.port=5433\ndatabase.username=james\ndatabase.password=s3cret\n"
                        + "ssl.mode=require\n");

        StoreSettings read = read();

        assertThat(read.url())
                .contains("jdbc:postgresql://db.example.com:5433/mail?sslmode=require");
        assertThat(read.user()).contains("james");
        assertThat(read.password().orElseThrow().current()).isEqualTo("s3cret");
        assertThat(read.schema()).contains("sharedmailbox");
        assertThat(read.description())
                .contains(
                        "jdbc:postgresql://db.example.com:5433/mail, user james, schema"
                                + " sharedmailbox (James's own, of conf/postgres.properties)");
    }

    @Test
    void whatItLeavesOutIsAsJamesHasIt() throws Exception {
        conf.with("postgres.properties", "database.username=james\ndatabase.password=s3cret\n");

        assertThat(read().url())
                .contains("jdbc:postgresql://localhost:5432/postgres?sslmode=allow");
    }

    @Test
    void certificatesAreCheckedAgainstThoseThatJavaTrusts() throws Exception {
        conf.with(
                "postgres.properties",
                "database.host=2001:db8::1\ndatabase.username=james\ndatabase.password=s3cret\n"
                        + "ssl.mode=verify-full\n");

        assertThat(read().url())
                .contains(
                        "jdbc:postgresql://[2001:db8::1]:5432/postgres?sslmode=verify-full"
                                + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERIFY_FULL", "Verify-Full", "verify_full"})
    void theModeMayBeWrittenAsJamesHasItsName(String mode) throws Exception {
        conf.with(
                "postgres.properties",
                "database.username=james\ndatabase.password=s3cret\nssl.mode=" + mode + "\n");

        assertThat(read().url())
                .contains(
                        "jdbc:postgresql://localhost:5432/postgres?sslmode=verify-full"
                                + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
    }

    @Test
    void theDatabaseOfTheJpaFlavourIsTaken() throws Exception {
        conf.with(
                "james-database.properties",
                "database.driverClassName=org.postgresql.Driver\n"
                        + "database.url=jdbc:postgresql://db/james?ssl=true\n"
                        + "database.username=app\ndatabase.password=s3cret\n");

        StoreSettings read = read();

        assertThat(read.url()).contains("jdbc:postgresql://db/james?ssl=true");
        assertThat(read.user()).contains("app");
        assertThat(read.password().orElseThrow().current()).isEqualTo("s3cret");
        assertThat(read.description().orElseThrow())
                .contains("conf/james-database.properties", "user app")
                .doesNotContain("s3cret");
    }

    @Test
    void userAndPasswordMayBeInItsUrl() throws Exception {
        conf.with(
                "james-database.properties",
                "database.url=jdbc:postgresql://db/james?user=app&password=s3cret\n");

        assertThat(read().user()).contains("app");
        assertThat(read().url()).contains("jdbc:postgresql://db/james");
    }

    @Test
    void theSchemaMayBeAnother() throws Exception {
        conf.with("postgres.properties", "database.username=james\ndatabase.password=s3cret\n")
                .with("shared-mailboxes.properties", "store.url=james\nstore.schema=shared\n");

        assertThat(read().schema()).contains("shared");
    }

    @Test
    void aJamesWithoutADatabaseIsRefused() {
        assertRefused(
                BUT
                        + "neither conf/postgres.properties nor conf/james-database.properties is"
                        + " there"
                        + INSTEAD);
    }

    @Test
    void anotherDatabaseIsRefusedWithoutShowingItsUrl() {
        conf.with(
                "james-database.properties",
                "database.url=jdbc:mariadb://app:s3cret@db/james\ndatabase.password=s3cret\n");

        assertRefused(
                BUT
                        + "conf/james-database.properties names no PostgreSQL but 'jdbc:mariadb:'"
                        + INSTEAD);
    }

    @Test
    void aFileOfDerbyBesidePostgresIsOfNoInterest() throws Exception {
        conf.with("postgres.properties", "database.username=james\ndatabase.password=s3cret\n")
                .with("james-database.properties", "database.url=jdbc:derby:../var/store/derby\n");

        assertThat(read().user()).contains("james");
    }

    @Test
    void twoOfThemAreRefused() {
        conf.with("postgres.properties", "database.username=james\ndatabase.password=s3cret\n")
                .with("james-database.properties", "database.url=jdbc:postgresql://db/james\n");

        assertRefused(
                BUT
                        + "conf/postgres.properties and conf/james-database.properties both name a"
                        + " PostgreSQL: remove the file that this James does not use, or write"
                        + " store.url=jdbc:postgresql://host/database");
    }

    @Test
    void aJamesThatWantsAllOfItsFilesNeedsNotBoth() throws Exception {
        conf.with("postgres.properties", "database.username=james\ndatabase.password=s3cret\n");
        System.setProperty(WANTS_ALL_FILES, "true");
        try {
            assertThat(read().user()).contains("james");
        } finally {
            System.clearProperty(WANTS_ALL_FILES);
        }
    }

    @Test
    void aFileWithoutUserOrPasswordIsRefused() {
        conf.with("postgres.properties", "database.username=james\n");

        assertRefused(
                BUT
                        + "conf/postgres.properties lacks database.username or database.password,"
                        + " without which James does not start either: add it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tunnel", "TUNNEL"})
    void aWayToConnectThatOnlyJamesHasIsRefused(String mode) {
        conf.with(
                "postgres.properties",
                "database.username=james\ndatabase.password=s3cret\nssl.mode=" + mode + "\n");

        assertRefused(
                BUT
                        + "ssl.mode=tunnel of conf/postgres.properties is not known here: write"
                        + " store.url=jdbc:postgresql://host/database with the parameters that"
                        + " docs/operator/postgresql.md names");
    }

    @Test
    void aHostThatIsNoneIsRefused() {
        conf.with(
                "postgres.properties",
                "database.host=me:s3cret@db\ndatabase.username=james\ndatabase.password=x\n");

        assertRefused(
                BUT
                        + "database.host or database.port of conf/postgres.properties is not one:"
                        + " correct it");
    }

    @Test
    void aVariableThatIsMissingIsNamed() {
        conf.with(
                "postgres.properties",
                "database.username=james\ndatabase.password=${env:NO_SUCH_VARIABLE}\n");

        assertRefused(
                "James's own database: database.password is to come from the environment variable"
                        + " NO_SUCH_VARIABLE, which James does not have: set it where James is"
                        + " started");
    }

    @Test
    void aUserOfItsOwnIsRefusedBesideIt() {
        for (String key : new String[] {"store.user", "store.password", "store.passwordFile"}) {
            conf.with("shared-mailboxes.properties", "store.url=james\n" + key + "=/s3cret\n");

            assertRefused(
                    "shared-mailboxes.properties: "
                            + key
                            + " is set, but with store.url=james user and password are James's own:"
                            + " remove it, or write the store's address"
                            + " (store.url=jdbc:postgresql://host/database)");
        }
    }

    private StoreSettings read() throws Exception {
        return ConfigurationFile.read(conf.properties()).store();
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
