/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.net.URI;
import javax.net.ssl.SSLContext;

/** A James that people reach over the network, wherever it runs. */
public interface JamesServer {
    /** Its ports, on this machine. */
    Ports ports();

    /** Trusts this server's certificate. */
    SSLContext tls();

    /** Where its administrators' API is. */
    default URI webAdmin() {
        return URI.create("http://127.0.0.1:" + ports().webAdmin());
    }
}
