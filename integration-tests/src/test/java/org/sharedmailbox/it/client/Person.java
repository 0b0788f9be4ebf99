/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.sharedmailbox.it.server.JamesServer;

/** A user of the server, with a login, a password and a mail client of their own. */
public final class Person {
    private final JamesServer james;
    private final MailClient client;
    private final String address;
    private final String password;

    Person(JamesServer james, String address, String password) {
        this.james = james;
        this.client = new MailClient(james);
        this.address = address;
        this.password = password;
    }

    /** The address, which is also the login. */
    public String address() {
        return address;
    }

    /** What goes with the login. */
    public String password() {
        return password;
    }

    /** The names of all mailboxes that the client shows. */
    public List<String> mailboxes() {
        return names(root -> root.list("*"));
    }

    /** The names of those that it shows if it is set to show what is subscribed. */
    public List<String> subscribedMailboxes() {
        return names(root -> root.listSubscribed("*"));
    }

    /** What a client finds below its root. */
    @FunctionalInterface
    private interface Listing {
        Folder[] below(Folder root) throws MessagingException;
    }

    private List<String> names(Listing listing) {
        try (Store store = client.signIn(address, password)) {
            return Arrays.stream(listing.below(store.getDefaultFolder()))
                    .map(Folder::getFullName)
                    .collect(Collectors.toList());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ticks a mailbox in the client's list of subscriptions, or takes the tick away. */
    public void subscribes(String mailbox, boolean subscribed) {
        try (Store store = client.signIn(address, password)) {
            store.getFolder(mailbox).setSubscribed(subscribed);
        } catch (MessagingException e) {
            throw new IllegalStateException(address + " cannot subscribe " + mailbox, e);
        }
    }

    /** Opens a mailbox to work in it. */
    public OpenMailbox opens(String mailbox) {
        try {
            return OpenMailbox.in(client.signIn(address, password), mailbox);
        } catch (MessagingException e) {
            throw new IllegalStateException(address + " cannot open " + mailbox, e);
        }
    }

    /** Signs in with the mail client, for tests that mind what its library finds. */
    public Store signsIn() throws MessagingException {
        return client.signIn(address, password);
    }

    /** Submits a mail. */
    public Submission sends(Letter letter) {
        return client.submit(letter, address, password);
    }

    /** IMAP line by line, signed in. */
    public RawImap imap() {
        return signedIn(RawImap.connect(james));
    }

    /** The same without TLS, of a server that permits it. */
    public RawImap imapInTheClear() {
        return signedIn(RawImap.connectInTheClear(james));
    }

    private RawImap signedIn(RawImap imap) {
        ImapAnswer answer = imap.command("LOGIN \"" + address + "\" \"" + password + "\"");
        if (!answer.isOk()) {
            throw new IllegalStateException(address + " cannot sign in: " + answer);
        }
        return imap;
    }

    /** SMTP submission line by line, signed in. */
    public RawSmtp smtp() {
        RawSmtp smtp = RawSmtp.submission(james);
        String reply = smtp.signIn(address, password);
        if (!reply.startsWith("235 ")) {
            throw new IllegalStateException(address + " cannot sign in: " + reply);
        }
        return smtp;
    }
}
