/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

/** The ports of one James. */
public final class Ports {
    private final int imap = FreePorts.next();
    private final int imaps = FreePorts.next();
    private final int smtp = FreePorts.next();
    private final int submission = FreePorts.next();
    private final int webAdmin = FreePorts.next();

    private Ports() {}

    static Ports free() {
        return new Ports();
    }

    /** IMAP with STARTTLS, by rights 143. */
    public int imap() {
        return imap;
    }

    /** IMAP over TLS, by rights 993. */
    public int imaps() {
        return imaps;
    }

    /** SMTP for mail from other servers, by rights 25. */
    public int smtp() {
        return smtp;
    }

    /** SMTP for the users' own mail, by rights 587. */
    public int submission() {
        return submission;
    }

    /** WebAdmin, by rights 8000. */
    public int webAdmin() {
        return webAdmin;
    }
}
