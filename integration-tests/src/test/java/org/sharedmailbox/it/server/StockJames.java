/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A stock James, started from its published jars as its own process, with the sample configuration
 * of our documentation and the plugin from the zip that the build leaves.
 *
 * <p>It is the memory flavour: over a restart it keeps nothing of its own, neither domains nor
 * users nor mail. What the plugin stores in {@code var/} stays.
 */
public final class StockJames implements JamesServer, AutoCloseable {
    /** It takes about 5 s; on a machine with ten others at work nearly three minutes were seen. */
    private static final Duration START_UP = Duration.ofMinutes(6);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Installation installation;
    private final Ports ports;
    private final SSLContext tls;
    private final Path certificate;
    private final JamesProcess process;
    private final ShippedPorts shippedPorts;

    StockJames(
            Installation installation,
            Ports ports,
            SSLContext tls,
            Path certificate,
            JamesProcess process) {
        this.installation = installation;
        this.ports = ports;
        this.tls = tls;
        this.certificate = certificate;
        this.process = process;
        this.shippedPorts = new ShippedPorts(installation, ports);
    }

    /** A James in a directory of this name, which is emptied first. */
    public static StockJamesBuilder named(String name) {
        return StockJamesBuilder.named(name);
    }

    /** A file below {@code conf/}; James reads it when it starts. */
    public ConfigurationFile configuration(String file) {
        return installation.file(file);
    }

    /** Has one that is laid out as it is shipped listen where it is reached. */
    public StockJames ontoFreePorts() {
        shippedPorts.free();
        return this;
    }

    /** Takes that back. */
    public StockJames ontoShippedPorts() {
        shippedPorts.shipped();
        return this;
    }

    /**
     * Starts it and waits until it serves IMAP, SMTP and WebAdmin.
     *
     * @throws IllegalStateException if it ends instead, with the end of its log
     */
    public StockJames start() {
        if (!starts()) {
            throw new IllegalStateException("James did not start:\n" + process.tail());
        }
        return this;
    }

    /** Starts it, and says whether it serves: false if it has ended by itself instead. */
    public boolean starts() {
        Readiness readiness = new Readiness(ports);
        process.start();
        try {
            Awaitility.await()
                    .atMost(START_UP)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .until(
                            () ->
                                    !process.isAlive()
                                            || (process.saysStarted() && readiness.isReached()));
            return process.isAlive();
        } catch (ConditionTimeoutException e) {
            String tail = process.tail();
            process.kill();
            throw new IllegalStateException(
                    "James serves nobody after " + START_UP.toSeconds() + " s:\n" + tail, e);
        }
    }

    /** Tells it to stop and waits until it has. */
    public StockJames stop() {
        process.stop();
        return this;
    }

    /** Ends it without a warning. */
    public StockJames kill() {
        process.kill();
        return this;
    }

    /** Stops it as it is, as a machine that is put to sleep: it keeps its connections. */
    public void freeze() {
        process.signal("STOP");
    }

    /** Lets it go on after {@link #freeze}. */
    public void thaw() {
        process.signal("CONT");
    }

    /** What it has written so far, over all its starts. */
    public List<String> logLines() {
        return process.logLines();
    }

    /** What the plugin has recorded; only while the server is stopped. */
    public List<AuditedAct> auditLog() {
        return AuditedAct.allIn(installation.storeOfPlugin(), installation.pluginJar());
    }

    /** Its working directory, with {@code conf/} and {@code var/}. */
    public Path directory() {
        return installation.directory();
    }

    /** What the plugin has stored in its own file; only while the server is stopped. */
    public PluginDatabase store() {
        return PluginDatabase.embedded(installation.storeOfPlugin(), installation.pluginJar());
    }

    /** What the plugin has stored in that PostgreSQL. */
    public PluginDatabase store(String url) {
        return PluginDatabase.postgresql(url, installation.pluginJar());
    }

    /** How many octets the file has that the plugin stores everything in. */
    public long storeSize() {
        return installation
                .storeOfPlugin()
                .resolveSibling("shared-mailboxes.mv.db")
                .toFile()
                .length();
    }

    /** How many octets its heap holds after a full collection; only while it runs. */
    public long heapAfterCollection() {
        return process.heapAfterCollection();
    }

    /** How many octets of that are objects of the plugin's classes; only while it runs. */
    public long heapOfPlugin() {
        return process.heapAfterCollection("org.sharedmailbox.");
    }

    /** The names of its threads; only while it runs. */
    public List<String> threads() {
        return process.threads();
    }

    /** How long processors have worked for it since it started; only while it runs. */
    public Duration cpuTime() {
        return process.cpuTime();
    }

    /** Its ports, the same after a restart. */
    @Override
    public Ports ports() {
        return ports;
    }

    @Override
    public SSLContext tls() {
        return tls;
    }

    /** The file with this server's certificate in PEM, for programs that are to trust it. */
    public Path certificate() {
        return certificate;
    }

    /** Ends it if it runs; its directory and log stay for who wants to see what happened. */
    @Override
    public void close() {
        process.kill();
    }
}
