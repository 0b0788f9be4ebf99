/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fresh working directory of James, laid out as the documentation says. */
final class Installation {
    private static final String OURS = "org.sharedmailbox";
    private static final Pattern TEXT = Pattern.compile(".*\\.(xml|properties)");

    private final Path directory;

    private Installation(Path directory) {
        this.directory = directory;
    }

    /** An empty working directory with the sample configuration, and nothing of the plugin yet. */
    static Installation in(Path directory) {
        return copy(fromBuild("stockJames.configuration"), directory);
    }

    /**
     * The same with a configuration that has all that the flavour's own has, and nothing of ours.
     */
    static Installation shipped(Path directory) {
        return copy(fromBuild("stockJames.shipped"), directory);
    }

    private static Installation copy(Path samples, Path directory) {
        try {
            Directories.empty(directory);
            Path conf = Files.createDirectories(directory.resolve("conf"));
            for (Path sample : filesIn(samples)) {
                Files.copy(sample, conf.resolve(Objects.requireNonNull(sample.getFileName())));
            }
            return new Installation(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A working directory that is laid out already. */
    static Installation laidOut(Path directory) {
        return new Installation(directory);
    }

    /** A path that the build hands to the tests. */
    static Path fromBuild(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    property + " is not set: run the integration tests with mvn verify");
        }
        return Path.of(value).normalize();
    }

    /** The embedded database, without the ending of its file. */
    Path storeOfPlugin() {
        return directory.resolve("var").resolve("shared-mailboxes").toAbsolutePath();
    }

    Path directory() {
        return directory;
    }

    Path pluginJar() {
        try {
            return filesIn(directory.resolve("extensions-jars")).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfigurationFile file(String name) {
        return new ConfigurationFile(directory.resolve("conf").resolve(name));
    }

    void keystore(Keystore keystore) throws IOException {
        keystore.copyTo(directory.resolve("conf").resolve("keystore"));
    }

    /** Only the numbers change; what the sample says stays the sample's. */
    void listenOn(Ports ports) {
        file("imapserver.xml")
                .replace("<bind>0.0.0.0:143</bind>", "<bind>0.0.0.0:" + ports.imap() + "</bind>")
                .replace("<bind>0.0.0.0:993</bind>", "<bind>0.0.0.0:" + ports.imaps() + "</bind>");
        file("smtpserver.xml")
                .replace("<bind>0.0.0.0:25</bind>", "<bind>0.0.0.0:" + ports.smtp() + "</bind>")
                .replace(
                        "<bind>0.0.0.0:587</bind>",
                        "<bind>0.0.0.0:" + ports.submission() + "</bind>");
        file("webadmin.properties").replace("port=8000", "port=" + ports.webAdmin());
    }

    /** All mail for other domains goes to this port of this host. */
    void relayTo(int port) {
        String remoteDelivery = "class=\"RemoteDelivery\">";
        file("mailetcontainer.xml")
                .replace(
                        remoteDelivery,
                        remoteDelivery
                                + "<gateway>127.0.0.1</gateway><gatewayPort>"
                                + port
                                + "</gatewayPort>");
    }

    /** Unpacks the zip, as an operator does. */
    void unpack(PluginZip zip) throws IOException {
        zip.unpackInto(directory);
    }

    /** Takes every line of ours out of the configuration: what is left is stock. */
    void withoutPlugin() throws IOException {
        for (Path path : filesIn(directory.resolve("conf"))) {
            if (!TEXT.matcher(path.toString()).matches()) {
                continue;
            }
            ConfigurationFile file = new ConfigurationFile(path);
            file.write(
                            file.content()
                                    .replaceAll(
                                            " coreHandlersPackage=\"org\\.sharedmailbox[^\"]*\"",
                                            ""))
                    .keepLines(line -> !line.contains(OURS));
        }
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }
}
