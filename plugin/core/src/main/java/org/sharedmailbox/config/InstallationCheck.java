/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.FileNotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.utils.PropertiesProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether James's configuration files contain all lines that the plugin needs, each where it
 * has to be, so that no half-finished installation goes unnoticed. Reads the files once.
 * Thread-safe.
 */
@Singleton
public class InstallationCheck {
    private static final Logger LOGGER = LoggerFactory.getLogger(InstallationCheck.class);

    private final PropertiesProvider properties;
    private final ConfigurationProvider xml;
    private final AtomicBoolean reported = new AtomicBoolean();
    private final ImmutableMap<InstallationLine, String> faults;
    private final ImmutableList<String> warnings;
    private final boolean sendingInstalled;

    @Inject
    public InstallationCheck(PropertiesProvider properties, ConfigurationProvider xml) {
        this.properties = properties;
        this.xml = xml;
        ImmutableMap.Builder<InstallationLine, String> found = ImmutableMap.builder();
        InstallationLine.all()
                .forEach(line -> fault(line).ifPresent(message -> found.put(line, message)));
        this.faults = found.build();
        this.warnings = ImmutableList.copyOf(findWarnings());
        this.sendingInstalled = findSending();
    }

    /** Logs each message and each warning, but only when called for the first time. */
    public void report() {
        if (reported.compareAndSet(false, true)) {
            messages().forEach(LOGGER::error);
            warnings().forEach(LOGGER::warn);
        }
    }

    /**
     * Returns one message for each line that is missing or in the wrong place: the file, the line,
     * its place, and what does not work until then.
     */
    public List<String> messages() {
        return faults.values().asList();
    }

    /**
     * Returns one message for each port on which people sign in and may send as each other. An
     * operator may want that, and the plugin works.
     */
    public List<String> warnings() {
        return warnings;
    }

    /** Returns which parts of the plugin have all their lines. */
    public InstalledParts parts() {
        return InstalledParts.without(faults.keySet());
    }

    /**
     * Returns whether delegated sending is installed: both the SMTP handlers, on at least one port,
     * and the mailet, where all mail gets to it. One without the other would let mail leave that is
     * not rewritten.
     */
    public boolean isSendingInstalled() {
        return sendingInstalled;
    }

    /** Returns what to add for our tasks to be run; empty if nothing is missing. */
    public Optional<String> messageAboutTasks() {
        return Optional.ofNullable(faults.get(InstallationLine.TASKS));
    }

    private boolean findSending() {
        InstallationLine sender = InstallationLine.naming(InstallationLine.Names.DELEGATED_SENDER);
        try {
            return !faults.containsKey(sender)
                    && InstalledSmtpServers.read(xml).haveHandlersPackageOnce();
        } catch (ConfigurationException e) {
            LOGGER.warn("Sending from other mailboxes is refused: {}", e.getMessage());
            return false;
        }
    }

    private List<String> findWarnings() {
        try {
            return InstalledSmtpServers.read(xml).warnings();
        } catch (ConfigurationException e) {
            LOGGER.debug("smtpserver.xml cannot be read, which is told as a missing line", e);
            return ImmutableList.of();
        }
    }

    private Optional<String> fault(InstallationLine line) {
        try {
            if (line.file().equals("mailetcontainer.xml")) {
                return InstalledMailets.read(xml).fault(line);
            }
            return isPresent(line) ? Optional.empty() : Optional.of(line.message());
        } catch (ConfigurationException | FileNotFoundException e) {
            LOGGER.debug("{} cannot be read, so our lines count as missing", line.file(), e);
            return Optional.of(line.message());
        }
    }

    private boolean isPresent(InstallationLine line)
            throws ConfigurationException, FileNotFoundException {
        switch (line.file()) {
            case "imapserver.xml":
                return hasImapPackage();
            case "smtpserver.xml":
                return InstalledSmtpServers.read(xml).haveHandlersPackage();
            default:
                return hasProperty(line);
        }
    }

    private boolean hasProperty(InstallationLine line)
            throws ConfigurationException, FileNotFoundException {
        String component = line.file().substring(0, line.file().lastIndexOf('.'));
        return Arrays.asList(properties.getConfiguration(component).getStringArray(line.key()))
                .contains(line.value());
    }

    private boolean hasImapPackage() throws ConfigurationException {
        HierarchicalConfiguration<ImmutableNode> imap = xml.getConfiguration("imapserver");
        // James 3.8 reads it below <imapservers>, James 3.9 in each <imapserver>.
        return namesImapPackage(imap)
                || imap.configurationsAt("imapserver").stream()
                        .filter(server -> server.getBoolean("[@enabled]", true))
                        .map(InstallationCheck::namesImapPackage)
                        .reduce(Boolean::logicalAnd)
                        .orElse(false);
    }

    private static boolean namesImapPackage(HierarchicalConfiguration<ImmutableNode> parent) {
        return Arrays.asList(parent.getStringArray("imapPackages"))
                .contains(InstallationLine.Names.IMAP_PACKAGE);
    }
}
