/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose files of docs/sample-docker, by the flavour of James that they run. */
enum Compose {
    JPA("docker-compose.yml", "apache/james:jpa-3.9.0", "db", "shared-mailboxes.properties"),
    POSTGRESQL(
            "docker-compose-postgresql.yml",
            "apache/james:postgres-3.9.0",
            "postgres",
            "postgresql/shared-mailboxes.properties");

    static final Path FOLDER = Path.of("../../docs/sample-docker");

    /** Of {@code postgres.properties} of the second image, what the page leaves as it is. */
    static final Map<String, String> POSTGRES_PROPERTIES =
            Map.of(
                    "database.name", "james",
                    "database.host", "postgres",
                    "database.port", "5432",
                    "database.username", "james",
                    "database.password", "of the page",
                    "ssl.mode", "allow");

    final String file;
    final String image;
    final String databaseService;
    private final String settings;

    Compose(String file, String image, String databaseService, String settings) {
        this.file = file;
        this.image = image;
        this.databaseService = databaseService;
        this.settings = settings;
    }

    JsonNode read() throws IOException {
        try (Reader text = Files.newBufferedReader(FOLDER.resolve(file))) {
            return new ObjectMapper()
                    .valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        }
    }

    JsonNode james() throws IOException {
        return read().at("/services/james");
    }

    JsonNode database() throws IOException {
        return read().path("services").path(databaseService);
    }

    String databaseName() throws IOException {
        return database().at("/environment/POSTGRES_DB").asText();
    }

    String databaseUser() throws IOException {
        return database().at("/environment/POSTGRES_USER").asText();
    }

    /** Returns what both services mount, each as {@code source:target} or longer. */
    List<String> volumes() throws IOException {
        List<String> volumes = texts(james().path("volumes"));
        volumes.addAll(texts(database().path("volumes")));
        return volumes;
    }

    /** Returns the file that the page has copied to where the plugin reads it. */
    Path settingsFile() {
        return FOLDER.resolve(settings);
    }

    Map<String, String> settings() throws IOException {
        return properties(settingsFile());
    }

    static Map<String, String> properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, key -> properties.getProperty(key, "")));
    }

    static List<String> texts(JsonNode list) {
        return new ObjectMapper().convertValue(list, new TypeReference<List<String>>() {});
    }
}
