/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.common.collect.ImmutableMap;
import java.io.FileNotFoundException;
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
     * other; James removes blanks around it.
     *
     * @throws IllegalArgumentException with a message that names the wrong key; the message is
     *     logged too, because that is where an operator looks
     */
    public static SharedMailboxConfiguration read(PropertiesProvider properties)
            throws ConfigurationException {
        try {
            Configuration file = properties.getConfiguration("shared-mailboxes");
            ImmutableMap.Builder<String, String> settings = ImmutableMap.builder();
            file.getKeys()
                    .forEachRemaining(
                            // James's own reading of lists drops quotes and empty elements, which a
                            // password may contain.
                            key ->
                                    settings.put(
                                            key,
                                            String.join(",", file.getList(String.class, key))));
            return SharedMailboxConfiguration.parse(settings.build());
        } catch (FileNotFoundException e) {
            return SharedMailboxConfiguration.defaults();
        } catch (IllegalArgumentException e) {
            LOGGER.error(e.getMessage());
            throw e;
        }
    }
}
