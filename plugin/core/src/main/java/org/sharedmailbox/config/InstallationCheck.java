/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.common.collect.ImmutableList;
import java.io.FileNotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.utils.PropertiesProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether James's configuration files contain all lines that the plugin needs, so that no
 * half-finished installation goes unnoticed. Reads the files once. Thread-safe.
 */
@Singleton
public class InstallationCheck {
    private static final Logger LOGGER = LoggerFactory.getLogger(InstallationCheck.class);

    private final PropertiesProvider properties;
    private final ConfigurationProvider xml;
    private final AtomicBoolean reported = new AtomicBoolean();
    private final ImmutableList<InstallationLine> missing;
    private final boolean sendingInstalled;

    @Inject
    public InstallationCheck(PropertiesProvider properties, ConfigurationProvider xml) {
        this.properties = properties;
        this.xml = xml;
        this.missing =
                InstallationLine.all().stream()
                        .filter(line -> !isPresent(line))
                        .collect(ImmutableList.toImmutableList());
        this.sendingInstalled = findSending();
    }

    /** Logs one message for each missing line, but only when called for the first time. */
    public void report() {
        if (reported.compareAndSet(false, true)) {
            messages().forEach(LOGGER::error);
        }
    }

    /**
     * Returns one message for each missing line: the file, the line, its place, and what does not
     * work without it.
     */
    public List<String> messages() {
        return missing.stream()
                .map(InstallationLine::message)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns which parts of the plugin have all their lines. */
    public InstalledParts parts() {
        return InstalledParts.without(missing);
    }

    /**
     * Returns whether delegated sending is installed: both the SMTP handlers, on at least one port,
     * and the mailet. One without the other would let mail leave that is not rewritten.
     */
    public boolean isSendingInstalled() {
        return sendingInstalled;
    }

    /** Returns what to add for our tasks to be run; empty if nothing is missing. */
    public Optional<String> messageAboutTasks() {
        return missing.contains(InstallationLine.TASKS)
                ? Optional.of(InstallationLine.TASKS.message())
                : Optional.empty();
    }

    private boolean findSending() {
        try {
            return hasDelegatedSender()
                    && enabledSmtpServers().anyMatch(InstallationCheck::hasHandlersPackage);
        } catch (ConfigurationException e) {
            LOGGER.warn("Sending from other mailboxes is refused: {}", e.getMessage());
            return false;
        }
    }

    private boolean isPresent(InstallationLine line) {
        try {
            switch (line.file()) {
                case "imapserver.xml":
                    return hasImapPackage();
                case "smtpserver.xml":
                    return isHandlersPackageOnEveryPort();
                case "mailetcontainer.xml":
                    return line.names(InstallationLine.Names.SHARED_SENT_COPY)
                            ? hasSentCopyBehindSender()
                            : hasDelegatedSender();
                default:
                    return hasProperty(line);
            }
        } catch (ConfigurationException | FileNotFoundException e) {
            LOGGER.debug("{} cannot be read, so our lines count as missing", line.file(), e);
            return false;
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

    private boolean isHandlersPackageOnEveryPort() throws ConfigurationException {
        return enabledSmtpServers()
                .allMatch(server -> hasHandlersPackage(server) || nobodyLogsInTo(server));
    }

    private Stream<HierarchicalConfiguration<ImmutableNode>> enabledSmtpServers()
            throws ConfigurationException {
        return xml.getConfiguration("smtpserver").configurationsAt("smtpserver").stream()
                .filter(server -> server.getBoolean("[@enabled]", true));
    }

    private static boolean hasHandlersPackage(HierarchicalConfiguration<ImmutableNode> server) {
        return InstallationLine.Names.HANDLERS_PACKAGE.equals(handlersPackageOf(server));
    }

    private static boolean nobodyLogsInTo(HierarchicalConfiguration<ImmutableNode> server) {
        return InstallationLine.Names.NO_LOGIN_PACKAGE.equals(handlersPackageOf(server));
    }

    private static @Nullable String handlersPackageOf(
            HierarchicalConfiguration<ImmutableNode> server) {
        return server.getString("handlerchain[@coreHandlersPackage]");
    }

    private boolean hasDelegatedSender() throws ConfigurationException {
        return rootMailets().contains(InstallationLine.Names.DELEGATED_SENDER);
    }

    private boolean hasSentCopyBehindSender() throws ConfigurationException {
        List<String> mailets = rootMailets();
        return mailets.lastIndexOf(InstallationLine.Names.SHARED_SENT_COPY)
                > mailets.indexOf(InstallationLine.Names.DELEGATED_SENDER);
    }

    private List<String> rootMailets() throws ConfigurationException {
        return xml
                .getConfiguration("mailetcontainer")
                .configurationsAt("processors.processor")
                .stream()
                .filter(processor -> "root".equals(processor.getString("[@state]")))
                .flatMap(root -> Arrays.stream(root.getStringArray("mailet[@class]")))
                .collect(ImmutableList.toImmutableList());
    }
}
