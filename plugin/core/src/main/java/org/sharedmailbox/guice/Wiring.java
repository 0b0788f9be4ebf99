/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.guice;

import com.google.inject.ConfigurationException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.utils.ClassName;
import org.apache.james.utils.GuiceGenericLoader;
import org.sharedmailbox.config.InstallationCheck;

/**
 * Gives our services to the classes that James creates because a configuration file names them.
 * Those classes ask for the services here instead of having them injected, so that a forgotten
 * {@code guice.extension.module} line leaves James running without the plugin, with a message that
 * names the line, instead of keeping it from starting.
 */
public class Wiring {
    private final GuiceGenericLoader loader;
    private final InstallationCheck installation;

    @Inject
    public Wiring(GuiceGenericLoader loader, InstallationCheck installation) {
        this.loader = loader;
        this.installation = installation;
    }

    /**
     * Returns the service of that type; empty if {@link SharedMailboxModule} is not installed,
     * which has then been logged.
     */
    public <T> Optional<T> find(Class<T> type) {
        installation.report();
        try {
            return Optional.of(type.cast(loader.instantiate(new ClassName(type.getName()))));
        } catch (ConfigurationException e) {
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(type + " is not in the jar it was compiled for", e);
        }
    }
}
