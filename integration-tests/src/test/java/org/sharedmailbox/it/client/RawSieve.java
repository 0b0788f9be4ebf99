/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.sharedmailbox.it.server.StockJames;

/** ManageSieve (RFC 5804) as lines, for a server that offers it. */
public final class RawSieve implements AutoCloseable {
    private final RawConnection connection;

    private RawSieve(RawConnection connection) {
        this.connection = connection;
        answer();
    }

    /** A new connection, nobody signed in yet. */
    public static RawSieve connect(StockJames james) {
        return new RawSieve(new RawConnection(james.ports().manageSieve()));
    }

    /** Signs in with PLAIN, and returns the answer. */
    public String signIn(String user, String password) {
        byte[] secret = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return command(
                "AUTHENTICATE \"PLAIN\" \"" + Base64.getEncoder().encodeToString(secret) + "\"");
    }

    /** Sends a line and reads to the line that ends the answer, which is returned. */
    public String command(String line) {
        connection.sendLine(line);
        return answer();
    }

    private String answer() {
        String line = connection.readLine();
        while (!line.matches("(OK|NO|BYE)\\b.*")) {
            line = connection.readLine();
        }
        return line;
    }

    @Override
    public void close() {
        connection.close();
    }
}
