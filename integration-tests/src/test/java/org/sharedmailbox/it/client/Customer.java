/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import org.sharedmailbox.it.server.JamesServer;

/** Somebody elsewhere, who has no account on the server and writes to it as the whole world can. */
public final class Customer {
    private final MailClient client;
    private final String address;

    private Customer(JamesServer james, String address) {
        this.client = new MailClient(james);
        this.address = address;
    }

    /** A customer who writes to the people of this server. */
    public static Customer of(JamesServer james, String address) {
        return new Customer(james, address);
    }

    /** The customer's own address. */
    public String address() {
        return address;
    }

    /** Sends a mail, which the customer's server hands over on port 25. */
    public Submission writesTo(String recipient, String subject) {
        return client.deliver(Letter.from(address).to(recipient).about(subject));
    }
}
