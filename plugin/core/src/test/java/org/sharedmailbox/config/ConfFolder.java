/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.server.core.configuration.Configuration;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.apache.james.server.core.filesystem.FileSystemImpl;
import org.apache.james.utils.PropertiesProvider;

/** A {@code conf} folder, read by James's own classes. */
public final class ConfFolder {
    private final Path folder;
    private final Configuration.Basic configuration;

    private ConfFolder(Path james) {
        this.folder = james.resolve("conf");
        this.configuration =
                Configuration.builder()
                        .workingDirectory(james.toString())
                        .configurationPath(
                                new Configuration.ConfigurationPath(
                                        FileSystem.FILE_PROTOCOL_AND_CONF))
                        .build();
    }

    static ConfFolder empty(Path james) throws IOException {
        Files.createDirectories(james.resolve("conf"));
        return new ConfFolder(james);
    }

    /**
     * Returns a folder with all lines of the installation guide, amid the usual configuration of
     * James.
     */
    public static ConfFolder complete(Path james) throws IOException {
        return empty(james)
                .with(
                        "extensions.properties",
                        "guice.extension.module=org.sharedmailbox.guice.SharedMailboxModule\n"
                                + "guice.extension.startable="
                                + "org.sharedmailbox.guice.SharedMailboxStartable\n"
                                + "guice.extension.task=org.sharedmailbox.webadmin.task"
                                + ".SharedMailboxTaskExtensionModule\n")
                .with(
                        "webadmin.properties",
                        "enabled=true\n"
                                + "extensions.routes=com.example.Theirs,"
                                + " org.sharedmailbox.webadmin.SharedMailboxRoutes,"
                                + "org.sharedmailbox.webadmin.DelegationRoutes,"
                                + "org.sharedmailbox.webadmin.DelegationPolicyRoutes,"
                                + "org.sharedmailbox.webadmin.DelegationAuditRoutes\n")
                .with(
                        "healthcheck.properties",
                        "healthcheck.period=60s\n"
                                + "additional.healthchecks="
                                + "org.sharedmailbox.health.SharedMailboxHealthCheck\n")
                .with(
                        "imapserver.xml",
                        "<imapservers><imapPackages>"
                                + "org.sharedmailbox.imap.SharedMailboxImapPackage</imapPackages>"
                                + "<imapserver enabled=\"true\"/></imapservers>")
                .with(
                        "smtpserver.xml",
                        "<smtpservers><smtpserver enabled=\"true\"><handlerchain"
                                + " coreHandlersPackage=\"org.sharedmailbox.smtp"
                                + ".SharedMailboxHandlersPackage\"/></smtpserver></smtpservers>")
                .with(
                        "mailetcontainer.xml",
                        "<mailetcontainer><processors><processor state=\"root\"><mailet"
                                + " match=\"All\" class=\"org.sharedmailbox.mailet.DelegatedSender\"/>"
                                + "<mailet match=\"All\""
                                + " class=\"org.sharedmailbox.mailet.SharedSentCopy\"/>"
                                + "</processor><processor state=\"transport\"/></processors>"
                                + "</mailetcontainer>");
    }

    public ConfFolder with(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfFolder without(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    public ConfFolder replacing(String file, String old, String replacement) throws IOException {
        String content = Files.readString(folder.resolve(file));
        if (!content.contains(old)) {
            throw new IllegalArgumentException(file + " does not contain " + old);
        }
        return with(file, content.replace(old, replacement));
    }

    /** Returns the file system of the James whose folder this is. */
    public FileSystem fileSystem() {
        return new FileSystemImpl(configuration.directories());
    }

    public PropertiesProvider properties() {
        return new PropertiesProvider(fileSystem(), configuration.configurationPath());
    }

    public ConfigurationProvider xml() {
        return new FileConfigurationProvider(fileSystem(), configuration);
    }

    InstallationCheck check() {
        return new InstallationCheck(properties(), xml());
    }
}
