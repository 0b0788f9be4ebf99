/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.util.function.IntUnaryOperator;

/** The ports of one James. */
public final class Ports {
    private final int imap;
    private final int imaps;
    private final int smtp;
    private final int submission;
    private final int webAdmin;
    private final int pop3;
    private final int manageSieve;
    private final int jmap;

    private Ports(IntUnaryOperator numbers) {
        imap = numbers.applyAsInt(143);
        imaps = numbers.applyAsInt(993);
        smtp = numbers.applyAsInt(25);
        submission = numbers.applyAsInt(587);
        webAdmin = numbers.applyAsInt(8000);
        pop3 = numbers.applyAsInt(110);
        manageSieve = numbers.applyAsInt(4190);
        jmap = numbers.applyAsInt(80);
    }

    static Ports free() {
        return new Ports(usual -> FreePorts.next());
    }

    /**
     * @param numbers gives for the number that a port has by rights the one that it has here
     */
    static Ports mapped(IntUnaryOperator numbers) {
        return new Ports(numbers);
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
