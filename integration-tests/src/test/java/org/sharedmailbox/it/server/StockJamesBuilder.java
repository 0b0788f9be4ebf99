/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Says how a James is to be laid out. */
public final class StockJamesBuilder {
    /** The secret in the sample configuration. */
    private static final String SECRET = "changeit";

    /** In MiB. */
    private static final int HEAP = 512;

    private final String name;
    private final boolean plugin;
    private final OptionalInt gateway;
    private final int heap;
    private final List<String> options;

    private StockJamesBuilder(
            String name, boolean plugin, OptionalInt gateway, int heap, List<String> options) {
        this.name = name;
        this.plugin = plugin;
        this.gateway = gateway;
        this.heap = heap;
        this.options = options;
    }

    static StockJamesBuilder named(String name) {
        return new StockJamesBuilder(name, true, OptionalInt.empty(), HEAP, List.of());
    }

    /** James as its project publishes it, and none of our lines in its configuration. */
    public StockJamesBuilder withoutPlugin() {
        return new StockJamesBuilder(name, false, gateway, heap, options);
    }

    /** All mail for other domains goes to this port, where the customer's server listens. */
    public StockJamesBuilder relayingTo(int port) {
        return new StockJamesBuilder(name, plugin, OptionalInt.of(port), heap, options);
    }

    /** Gives it that many MiB of memory and no more. */
    public StockJamesBuilder withHeap(int mebibytes) {
        return new StockJamesBuilder(name, plugin, gateway, mebibytes, options);
    }

    /** Gives Java these options. */
    public StockJamesBuilder withJavaOptions(String... given) {
        return new StockJamesBuilder(name, plugin, gateway, heap, List.of(given));
    }

    /** Writes the working directory. The server is not started yet. */
    public StockJames layOut() {
        try {
            Path all = Installation.fromBuild("stockJames.directory");
            Path directory = all.resolve(name);
            Keystore keystore = Keystore.at(all.resolve("keystore"), SECRET);
            Ports ports = Ports.free();
            Installation installation = Installation.in(directory);
            installation.listenOn(ports);
            gateway.ifPresent(installation::relayTo);
            if (plugin) {
                installation.unpackPlugin();
            } else {
                installation.withoutPlugin();
            }
            installation.keystore(keystore);
            return new StockJames(
                    installation,
                    ports,
                    keystore.trusted(),
                    keystore.certificate(),
                    new JamesProcess(directory, heap, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
