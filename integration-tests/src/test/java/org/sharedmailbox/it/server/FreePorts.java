/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on which nobody listens, never the same one twice in a test run.
 *
 * <p>They lie below the range from which operating systems take the ports of outgoing connections
 * (32768 and up on Linux), so that none is gone when a server comes back to its port after a
 * restart. Tests that run at the same time have ranges of their own: the ports of a server that is
 * about to start are free as well.
 */
public final class FreePorts {
    private static final int OF_EACH_FORK = 3_000;
    private static final int LOWEST = 20_000 + OF_EACH_FORK * (fork() - 1);
    private static final int HIGHEST = LOWEST + OF_EACH_FORK;
    private static final int ATTEMPTS = 1_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** A free port. */
    public static int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "No free port between "
                        + LOWEST
                        + " and "
                        + HIGHEST
                        + " in "
                        + ATTEMPTS
                        + " tries");
    }

    /** Of several processes that run tests at the same time, the number of this one, from 1 on. */
    private static int fork() {
        return Integer.parseInt(System.getProperty("stockJames.fork", "fork 1").substring(5));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
