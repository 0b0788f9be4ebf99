/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.common.collect.ImmutableList;
import java.io.FileNotFoundException;
import java.util.List;
import javax.inject.Inject;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.utils.PropertiesProvider;

/**
 * The protocols that James offers and the plugin cannot reach: their sessions and tokens go on
 * after a sign-in has ended. Reads the files at each call.
 */
public class OtherProtocols {
    private final PropertiesProvider properties;
    private final ConfigurationProvider xml;

    @Inject
    public OtherProtocols(PropertiesProvider properties, ConfigurationProvider xml) {
        this.properties = properties;
        this.xml = xml;
    }

    /** Returns the names of those that are switched on; a file that cannot be read has none. */
    public List<String> offered() {
        ImmutableList.Builder<String> offered = ImmutableList.builder();
        if (isServed("pop3server")) {
            offered.add("POP3");
        }
        if (isServed("managesieveserver")) {
            offered.add("ManageSieve");
        }
        if (isJmapOn()) {
            offered.add("JMAP");
        }
        return offered.build();
    }

    private boolean isServed(String component) {
        try {
            return xml.getConfiguration(component).configurationsAt(component).stream()
                    .anyMatch(server -> server.getBoolean("[@enabled]", true));
        } catch (ConfigurationException e) {
            return false;
        }
    }

    private boolean isJmapOn() {
        try {
            return properties.getConfiguration("jmap").getBoolean("enabled", true);
        } catch (ConfigurationException | FileNotFoundException e) {
            return false;
        }
    }
}
