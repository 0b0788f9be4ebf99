/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Says how a James is to be laid out. */
public final class StockJamesBuilder {
    private enum Shape {
        PLUGIN,
        STOCK,
        SHIPPED
    }

    /** The secret in the sample configuration. */
    private static final String SECRET = "changeit";

    /** In MiB. */
    private static final int HEAP = 512;

    private final String name;
    private final Shape shape;
    private final OptionalInt gateway;
    private final int heap;
    private final List<String> options;
    private final Optional<JamesHome> home;

    private StockJamesBuilder(
            String name,
            Shape shape,
            OptionalInt gateway,
            int heap,
            List<String> options,
            Optional<JamesHome> home) {
        this.name = name;
        this.shape = shape;
        this.gateway = gateway;
        this.heap = heap;
        this.options = options;
        this.home = home;
    }

    static StockJamesBuilder named(String name) {
        return new StockJamesBuilder(
                name, Shape.PLUGIN, OptionalInt.empty(), HEAP, List.of(), Optional.empty());
    }

    /** James as its project publishes it, and none of our lines in its configuration. */
    public StockJamesBuilder withoutPlugin() {
        return new StockJamesBuilder(name, Shape.STOCK, gateway, heap, options, home);
    }

    /**
     * James with a configuration that is like its flavour's own, down to the ports: {@link
     * StockJames#ontoFreePorts} gives it those on which it is reached.
     */
    public StockJamesBuilder asShipped() {
        return new StockJamesBuilder(name, Shape.SHIPPED, gateway, heap, options, home);
    }

    /** All mail for other domains goes to this port, where the customer's server listens. */
    public StockJamesBuilder relayingTo(int port) {
        return new StockJamesBuilder(name, shape, OptionalInt.of(port), heap, options, home);
    }

    /** Gives it that many MiB of memory and no more. */
    public StockJamesBuilder withHeap(int mebibytes) {
        return new StockJamesBuilder(name, shape, gateway, mebibytes, options, home);
    }

    /** Gives Java these options. */
    public StockJamesBuilder withJavaOptions(String... given) {
        return new StockJamesBuilder(name, shape, gateway, heap, List.of(given), home);
    }

    /** Lets Java compile its code as well as can be, for a test that keeps it busy. */
    public StockJamesBuilder workingHard() {
        return withJavaOptions(QuickStart.COMPILE_WELL);
    }

    /** Copies this James instead, if there is one; its own script says how Java is started. */
    public StockJamesBuilder copying(Optional<JamesHome> another) {
        return new StockJamesBuilder(name, shape, gateway, heap, options, another);
    }

    /** Writes the working directory. The server is not started yet. */
    public StockJames layOut() {
        return layOut(QuickStart.options(all()));
    }

    /** Writes it for a server that Java starts with these options, and with those given before. */
    StockJames layOut(List<String> quickStart) {
        try {
            Path all = all();
            Keystore keystore = Keystore.at(all.resolve("keystore"), SECRET);
            Ports ports = Ports.free();
            Path directory = directoryIn(all);
            Installation installation = installationIn(directory);
            if (shape != Shape.SHIPPED) {
                installation.listenOn(ports);
            }
            gateway.ifPresent(installation::relayTo);
            if (shape == Shape.PLUGIN) {
                installation.unpack(zip());
            } else if (shape == Shape.STOCK) {
                installation.withoutPlugin();
            }
            installation.keystore(keystore);
            return new StockJames(
                    installation,
                    ports,
                    keystore.trusted(),
                    keystore.certificate(),
                    new JamesProcess(commandIn(directory, quickStart)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path all() {
        return Installation.fromBuild("stockJames.directory");
    }

    /** A folder deeper where it is a copy: some databases lie beside James's folder by default. */
    private Path directoryIn(Path all) throws IOException {
        Path own = all.resolve(name);
        if (home.isEmpty()) {
            return own;
        }
        Directories.empty(own);
        return own.resolve("home");
    }

    private Installation installationIn(Path directory) throws IOException {
        if (home.isPresent()) {
            return CopiedHome.of(home.get(), directory);
        }
        return shape == Shape.SHIPPED
                ? Installation.shipped(directory)
                : Installation.in(directory);
    }

    private PluginZip zip() throws IOException {
        return home.isPresent() && home.get().isOfJakarta()
                ? PluginZip.ofJakarta()
                : PluginZip.ofTests();
    }

    private JamesCommand commandIn(Path directory, List<String> quickStart) {
        List<String> all = new ArrayList<>(quickStart);
        all.addAll(options);
        return home.isPresent()
                ? JamesCommand.script(
                        directory,
                        Map.of(JamesHome.VARIABLE, shape == Shape.PLUGIN ? "plugin" : "stock"))
                : JamesCommand.published(directory, heap, all);
    }
}
