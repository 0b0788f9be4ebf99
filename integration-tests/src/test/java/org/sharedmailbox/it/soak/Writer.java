/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.soak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawSmtp;

/**
 * Somebody who sends from a shared mailbox all the time, to a customer who has to get all that was
 * accepted. Not thread-safe.
 */
final class Writer implements Runnable {
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (\\S+)\\s*$");

    private final Person writer;
    private final RawSmtp smtp;
    private final String mailbox;
    private final Person customer;
    private final Findings findings;
    private final List<String> accepted = new ArrayList<>();
    private int written;

    /**
     * @param mailbox without its domain
     */
    Writer(Person writer, String mailbox, Person customer, Findings findings) {
        this.writer = writer;
        this.smtp = writer.smtp();
        this.mailbox = mailbox;
        this.customer = customer;
        this.findings = findings;
    }

    @Override
    public void run() {
        String subject = "mail-" + written++;
        String sender = mailbox + "@example.com";
        String reply =
                smtp.sends(
                        sender,
                        List.of(customer.address()),
                        "From: " + sender + "\r\nSubject: " + subject + "\r\n\r\nx\r\n");
        findings.count("submissions: " + reply.substring(0, 3));
        if (reply.startsWith("250 ")) {
            accepted.add(subject);
        } else if (!reply.startsWith("451 ")) {
            findings.fault("Sending is answered with " + reply);
        }
    }

    /** Returns which accepted mails the customer has not got, and which are not in Sent. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        missingIn(customer, "INBOX").forEach(one -> missing.add(one + " at the customer's"));
        missingIn(writer, "#user." + mailbox + ".Sent")
                .forEach(one -> missing.add(one + " in Sent"));
        return missing;
    }

    private Set<String> missingIn(Person reader, String folder) {
        Set<String> missing = new HashSet<>(accepted);
        try (RawImap imap = reader.imap()) {
            imap.command("SELECT \"" + folder + "\"");
            for (String line :
                    imap.command("FETCH 1:* (BODY.PEEK[HEADER.FIELDS (SUBJECT)])").untagged()) {
                Matcher subject = SUBJECT.matcher(line);
                while (subject.find()) {
                    missing.remove(subject.group(1));
                }
            }
        }
        return missing;
    }
}
