/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitAllStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * The image that James's project publishes, with the sample configuration of our documentation and
 * the plugin from the zip that the build leaves.
 */
public final class ContainerJames implements JamesServer, AutoCloseable {
    /** For those who want to try another one; it has to be of the memory flavour, for Java 11. */
    private static final DockerImageName IMAGE =
            DockerImageName.parse(
                    System.getProperty("containers.james", "apache/james:memory-3.8.1"));

    /** The secret in the sample configuration. */
    private static final String SECRET = "changeit";

    private static final Duration START_UP = Duration.ofMinutes(3);

    /** The ports that the sample configuration opens. */
    private static final Set<Integer> OPEN = Set.of(25, 143, 587, 993, 8000);

    private static final int NOT_OPEN = -1;

    private final Installation installation;
    private final Keystore keystore;
    private final GenericContainer<?> container;

    private ContainerJames(
            Installation installation, Keystore keystore, GenericContainer<?> container) {
        this.installation = installation;
        this.keystore = keystore;
        this.container = container;
    }

    /**
     * Lays its files out in a directory of this name. The container is not started yet.
     *
     * @param network where it finds others, and is found by them
     */
    public static ContainerJames named(String name, Network network) {
        try {
            Path all = Installation.fromBuild("stockJames.directory");
            Keystore keystore = Keystore.at(all.resolve("keystore"), SECRET);
            Installation installation = Installation.in(all.resolve(name));
            installation.keystore(keystore);
            installation.unpack(PluginZip.ofTests());
            // Who is outside the container is on another interface.
            installation.file("webadmin.properties").replace("host=127.0.0.1", "host=0.0.0.0");
            return new ContainerJames(
                    installation, keystore, new GenericContainer<>(IMAGE).withNetwork(network));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file below {@code conf/}; James reads it when it starts. */
    public ConfigurationFile configuration(String file) {
        return installation.file(file);
    }

    /** Starts it with the files that are laid out, and waits until it serves. */
    public ContainerJames start() {
        container
                .withExposedPorts(OPEN.toArray(Integer[]::new))
                .withCopyToContainer(
                        MountableFile.forHostPath(installation.directory().resolve("conf")),
                        "/root/conf")
                .withCopyToContainer(
                        MountableFile.forHostPath(
                                installation.directory().resolve("extensions-jars")),
                        "/root/extensions-jars")
                .waitingFor(
                        new WaitAllStrategy()
                                .withStrategy(Wait.forHttp("/domains").forPort(8000))
                                .withStrategy(
                                        Wait.forLogMessage(".*Shared mailboxes .* wired: .*", 1))
                                .withStartupTimeout(START_UP))
                .start();
        return this;
    }

    /** What it has written so far. */
    public String log() {
        return container.getLogs();
    }

    @Override
    public Ports ports() {
        return Ports.mapped(port -> OPEN.contains(port) ? container.getMappedPort(port) : NOT_OPEN);
    }

    @Override
    public SSLContext tls() {
        return keystore.trusted();
    }

    @Override
    public void close() {
        container.stop();
    }
}
