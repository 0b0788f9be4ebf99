/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Whether a James serves its protocols, asked over the network as its users would. */
final class Readiness {
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Ports ports;

    Readiness(Ports ports) {
        this.ports = ports;
    }

    boolean isReached() {
        return webAdminAnswers()
                && greets(ports.imap(), "* OK ")
                && greets(ports.smtp(), "220 ")
                && greets(ports.submission(), "220 ");
    }

    private boolean webAdminAnswers() {
        try {
            URI domains = URI.create("http://127.0.0.1:" + ports.webAdmin() + "/domains");
            HttpURLConnection connection = (HttpURLConnection) domains.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean greets(int port, String greeting) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String line =
                    new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine();
            return line != null && line.startsWith(greeting);
        } catch (IOException notYet) {
            return false;
        }
    }
}
