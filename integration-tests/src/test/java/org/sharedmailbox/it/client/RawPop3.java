/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import org.sharedmailbox.it.server.StockJames;

/** POP3 as lines, for a server that offers it. */
public final class RawPop3 implements AutoCloseable {
    private final RawConnection connection;

    private RawPop3(RawConnection connection) {
        this.connection = connection;
        connection.readLine();
    }

    /** A new connection, nobody signed in yet. */
    public static RawPop3 connect(StockJames james) {
        return new RawPop3(new RawConnection(james.ports().pop3()));
    }

    /** Sends a line and reads the line of the answer. */
    public String command(String line) {
        connection.sendLine(line);
        return connection.readLine();
    }

    @Override
    public void close() {
        connection.close();
    }
}
