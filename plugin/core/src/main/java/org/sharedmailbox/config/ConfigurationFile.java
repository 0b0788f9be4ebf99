/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.common.collect.ImmutableMap;
import java.io.FileNotFoundException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.utils.PropertiesProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code conf/shared-mailboxes.properties}. */
public final class ConfigurationFile {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConfigurationFile.class);

    private ConfigurationFile() {}

    /**
     * Reads the file, or returns the defaults if there is none. A comma is a character like any
     * other; James removes blanks around it, and puts the values of environment variables in.
     *
     * @throws IllegalArgumentException with a message that names the wrong key; the message is
     *     logged too, because that is where an operator looks
     */
    public static SharedMailboxConfiguration read(PropertiesProvider properties)
            throws ConfigurationException {
        // James's own reading of lists drops quotes and empty elements, which a password may
        // contain.
        Optional<Map<String, String>> own =
                read(
                        properties,
                        "shared-mailboxes",
                        (file, key) -> String.join(",", file.getList(String.class, key)));
        try {
            return SharedMailboxConfiguration.parse(
                    own.orElse(ImmutableMap.of()), file -> readOfJames(properties, file));
        } catch (IllegalArgumentException e) {
            LOGGER.error(e.getMessage());
            throw e;
        }
    }

    /** Reads a file of James's own, with the values that James takes from it. */
    private static Optional<Map<String, String>> readOfJames(
            PropertiesProvider properties, String name) {
        try {
            return read(properties, name, Configuration::getString);
        } catch (PropertiesProvider.MissingConfigurationFile e) {
            // James can be told to want all of its files; no flavour has all of these.
            return Optional.empty();
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(
                    "conf/" + name + ".properties cannot be read: correct it", e);
        }
    }

    private static Optional<Map<String, String>> read(
            PropertiesProvider properties,
            String name,
            BiFunction<Configuration, String, String> value)
            throws ConfigurationException {
        try {
            Configuration file = properties.getConfiguration(name);
            ImmutableMap.Builder<String, String> settings = ImmutableMap.builder();
            file.getKeys().forEachRemaining(key -> settings.put(key, value.apply(file, key)));
            return Optional.of(settings.build());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }
}
