/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

/** The ports of one James. */
public final class Ports {
    private final int imap = FreePorts.next();
    private final int imaps = FreePorts.next();
    private final int smtp = FreePorts.next();
    private final int submission = FreePorts.next();
    private final int webAdmin = FreePorts.next();
    private final int pop3 = FreePorts.next();
    private final int manageSieve = FreePorts.next();
    private final int jmap = FreePorts.next();

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

    /** POP3, by rights 110; of a James that offers it. */
    public int pop3() {
        return pop3;
    }

    /** ManageSieve, by rights 4190; of a James that offers it. */
    public int manageSieve() {
        return manageSieve;
    }

    /** JMAP, by rights 80; of a James that offers it. */
    public int jmap() {
        return jmap;
    }
}
