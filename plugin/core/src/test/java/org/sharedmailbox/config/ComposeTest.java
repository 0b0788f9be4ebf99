/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.config.Compose.FOLDER;
import static org.sharedmailbox.config.Compose.POSTGRES_PROPERTIES;
import static org.sharedmailbox.config.Compose.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The containers of docs/sample-docker: each name in them is one that is there. */
class ComposeTest {
    private static final Path PAGE = Path.of("../../docs/operator/containers.md");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([^}]+)}");
    private static final String PASSWORD = "/run/secrets/db-password";

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void theServicesAreJamesAndItsDatabase(Compose compose) throws IOException {
        String database = compose.databaseService;

        assertThat(compose.read().path("services").fieldNames())
                .toIterable()
                .containsOnly("james", database);
        assertThat(compose.james().path("image").asText()).isEqualTo(compose.image);
        assertThat(compose.james().path("depends_on").path(database).path("condition").asText())
                .isEqualTo("service_healthy");
        assertThat(texts(compose.database().at("/healthcheck/test")))
                .containsSubsequence(
                        "pg_isready", "-U", compose.databaseUser(), "-d", compose.databaseName());
    }

    @ParameterizedTest
    @EnumSource
    void thePageNamesTheFileAndItsImage(Compose compose) {
        assertThat(PAGE)
                .content()
                .contains("(../sample-docker/" + compose.file + ")")
                .contains("docker create --name james-image " + compose.image);
    }

    @ParameterizedTest
    @EnumSource
    void everyVolumeIsDeclaredOrInTheFolderOrMadeByThePage(Compose compose) throws IOException {
        for (String volume : compose.volumes()) {
            String source = source(volume);
            if (source.startsWith("./")) {
                assertThereOrMade(source.substring(2));
            } else {
                assertThat(compose.read().path("volumes").has(source)).as(source).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyVolumeThatIsDeclaredIsMounted(Compose compose) throws IOException {
        assertThat(compose.volumes().stream().map(ComposeTest::source))
                .containsAll(ImmutableList.copyOf(compose.read().path("volumes").fieldNames()));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsMountedBelowWhatCannotBeWritten(Compose compose) throws IOException {
        List<String> readOnly =
                compose.volumes().stream()
                        .filter(volume -> volume.endsWith(":ro"))
                        .map(ComposeTest::target)
                        .collect(Collectors.toList());

        assertThat(compose.volumes().stream().map(ComposeTest::target))
                .contains("/root/conf", "/root/extensions-jars", "/root/var")
                .noneMatch(
                        target ->
                                readOnly.stream()
                                        .anyMatch(above -> target.startsWith(above + "/")));
    }

    private static String source(String volume) {
        return volume.substring(0, volume.indexOf(':'));
    }

    private static String target(String volume) {
        return volume.split(":", -1)[1];
    }

    @ParameterizedTest
    @EnumSource
    void everySecretIsDeclaredAndMadeByThePage(Compose compose) throws IOException {
        assertThat(texts(compose.database().path("secrets"))).containsExactly("db-password");
        assertThereOrMade(compose.read().at("/secrets/db-password/file").asText().substring(2));
    }

    private static void assertThereOrMade(String source) throws IOException {
        if (!Files.exists(FOLDER.resolve(source))) {
            assertThat(Files.readString(PAGE))
                    .as("%s is neither in docs/sample-docker nor made by the page", source)
                    .containsPattern(
                            "(docker cp \\S+ |> |unzip -d )"
                                    + Pattern.quote(source.replace("/extensions-jars", ""))
                                    + "\\s");
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePluginReadsItsSettingsAndFindsTheDatabase(Compose compose) throws IOException {
        assertThat(read(compose).description().orElseThrow())
                .contains("jdbc:postgresql://" + compose.databaseService + ":5432/")
                .contains(compose.databaseName() + ", user " + compose.databaseUser());
    }

    @ParameterizedTest
    @EnumSource
    void everyVariableIsSetAndEverySetOneIsUsed(Compose compose) throws IOException {
        assertThat(
                        VARIABLE.matcher(Files.readString(compose.settingsFile()))
                                .results()
                                .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        ImmutableList.copyOf(compose.james().path("environment").fieldNames()));
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseTakesItsPasswordFromTheSecret(Compose compose) throws IOException {
        JsonNode environment = compose.database().path("environment");

        assertThat(environment.path("POSTGRES_PASSWORD_FILE").asText()).isEqualTo(PASSWORD);
        assertThat(environment.has("POSTGRES_PASSWORD")).isFalse();
        assertThat(compose.settings()).doesNotContainKey("store.password");
    }

    @Test
    void besideJpaThePluginTakesItFromThereToo() throws IOException {
        assertThat(texts(Compose.JPA.james().path("secrets"))).containsExactly("db-password");
        assertThat(Compose.JPA.settings()).containsEntry("store.passwordFile", PASSWORD);
        assertThat(PAGE).content().contains("cp shared-mailboxes.properties james/conf/");
    }

    @Test
    void besidePostgresqlItIsInTheFileThatJamesHasForIt() throws IOException {
        assertThat(Compose.POSTGRESQL.settings()).containsOnlyKeys("store.url");
        assertThat(PAGE)
                .content()
                .contains("cp postgresql/*.properties james/conf/")
                .contains(
                        "chmod 600 james/conf/postgres.properties\n"
                                + "       printf 's/^database.password=.*/database.password=%s/'"
                                + " \"$(cat secrets/db-password)\" | sed -i -f -"
                                + " james/conf/postgres.properties");
    }

    @Test
    void thePostgresqlFlavourDoesWithoutOpenSearch() throws IOException {
        assertThat(Compose.properties(FOLDER.resolve("postgresql/search.properties")))
                .containsExactly(Map.entry("implementation", "scanning"));
    }

    @ParameterizedTest
    @EnumSource
    void webAdminIsPublishedOnTheLoopbackInterfaceOnly(Compose compose) throws IOException {
        assertThat(texts(compose.james().path("ports")))
                .filteredOn(port -> port.endsWith(":8000"))
                .containsExactly("127.0.0.1:8000:8000");
    }

    /** With the variables of the container, and a file for its secret. */
    private StoreSettings read(Compose compose) throws IOException {
        Path password = Files.writeString(folder.resolve("db-password"), "s3cret\n");
        JsonNode environment = compose.james().path("environment");
        Map<String, String> settings = compose.settings();
        settings.replaceAll(
                (key, value) ->
                        VARIABLE.matcher(value)
                                .replaceAll(found -> environment.path(found.group(1)).asText()));
        settings.replace("store.passwordFile", password.toString());
        return StoreSettings.read(
                settings,
                file -> Optional.of(POSTGRES_PROPERTIES).filter(of -> file.equals("postgres")));
    }
}
