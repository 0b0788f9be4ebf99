/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.store;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sharedmailbox.config.StoreSettings;
import org.sharedmailbox.config.Values;
import org.sharedmailbox.store.backup.TransferRefusedException;

/** The working directory of a James, and what its configuration says about the store. */
final class JamesFolder {
    private static final String SETTINGS = "shared-mailboxes";
    private static final String WEB_ADMIN = "webadmin";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([^}:]*)}");

    private final Path folder;

    private JamesFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @throws TransferRefusedException if it is none
     */
    static JamesFolder at(Path folder) {
        if (!Files.isDirectory(folder.resolve("conf"))) {
            throw new TransferRefusedException(
                    folder + " is no folder of a James (it has no conf/), and no JDBC URL");
        }
        return new JamesFolder(folder);
    }

    Path var() {
        return folder.resolve("var");
    }

    /**
     * Returns where James has the store, as James itself reads it.
     *
     * @throws TransferRefusedException if that cannot be told without James
     */
    StoreSettings store() throws IOException {
        try {
            return StoreSettings.read(
                    read(SETTINGS, key -> key.startsWith("store.")).orElse(Map.of()),
                    file -> read(file, key -> key.matches("(database|ssl)\\..*")));
        } catch (IllegalArgumentException e) {
            throw new TransferRefusedException(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Returns where its WebAdmin is; empty if that cannot be told from the configuration. */
    Optional<URI> webAdmin() {
        Properties webAdmin = properties(WEB_ADMIN).orElseGet(Properties::new);
        if (value(webAdmin, "https.enabled").filter(Values::isTrue).isPresent()
                || value(webAdmin, "enabled").filter(Values::isTrue).isEmpty()) {
            return Optional.empty();
        }
        String host =
                value(webAdmin, "host").filter(name -> !name.equals("0.0.0.0")).orElse("127.0.0.1");
        return value(webAdmin, "port")
                .filter(port -> port.matches("\\d{1,5}"))
                .flatMap(port -> uri("http://" + host + ":" + port));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns those settings of the file; empty if it is not there. */
    private Optional<Map<String, String>> read(String name, Predicate<String> wanted) {
        return properties(name)
                .map(
                        all ->
                                all.stringPropertyNames().stream()
                                        .filter(wanted)
                                        .collect(
                                                Collectors.toMap(
                                                        key -> key,
                                                        key -> written(name, all, key))));
    }

    /**
     * @throws TransferRefusedException if it names a variable that is not set here, or something
     *     else that only James can read
     */
    private static String written(String name, Properties properties, String key) {
        String written = properties.getProperty(key);
        String value =
                VARIABLE.matcher(written)
                        .replaceAll(
                                match ->
                                        Matcher.quoteReplacement(
                                                variable(name, key, match.group(1))));
        if (VARIABLE.matcher(written).replaceAll("").contains("${")) {
            throw new TransferRefusedException(
                    String.format(
                            "%s in conf/%s.properties names a variable, which only James can read:"
                                    + " name the store by its JDBC URL, and its user and password by"
                                    + " options",
                            key, name));
        }
        return value;
    }

    private static String variable(String file, String key, String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(
                        () ->
                                new TransferRefusedException(
                                        String.format(
                                                "%s in conf/%s.properties is to come from the"
                                                        + " environment variable %s: set it as James"
                                                        + " has it",
                                                key, file, name)));
    }

    private Optional<Properties> properties(String name) {
        Path file = folder.resolve("conf").resolve(name + ".properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        // As James does, in whatever encoding it was saved.
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            properties.load(text);
        } catch (IllegalArgumentException e) {
            throw new TransferRefusedException(file + " is no file of settings: correct it", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(properties);
    }

    private static Optional<String> value(Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::trim)
                .filter(value -> !value.isEmpty());
    }
}
