/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A mailbox that somebody has open in their mail client. */
public final class OpenMailbox implements AutoCloseable {
    private static final Duration DELIVERY = Duration.ofSeconds(30);

    private final Store store;
    private final Folder folder;

    private OpenMailbox(Store store, Folder folder) {
        this.store = store;
        this.folder = folder;
    }

    static OpenMailbox in(Store store, String name) throws MessagingException {
        try {
            Folder folder = store.getFolder(name);
            folder.open(Folder.READ_WRITE);
            return new OpenMailbox(store, folder);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    /** The subjects of all mails, oldest first. */
    public List<String> subjects() {
        return Arrays.stream(messages()).map(OpenMailbox::subject).collect(Collectors.toList());
    }

    /** The mail with this subject; waits for it to arrive. */
    public Message awaitsMail(String subject) {
        return Awaitility.await("a mail about " + subject)
                .atMost(DELIVERY)
                .until(
                        () ->
                                Arrays.stream(messages())
                                        .filter(mail -> subject.equals(subject(mail)))
                                        .findFirst()
                                        .orElse(null),
                        Objects::nonNull);
    }

    /** The text of the mail with this subject. */
    public String reads(String subject) {
        try {
            return String.valueOf(awaitsMail(subject).getContent());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address that the mail with this subject is from; waits for it to arrive. */
    public String sender(String subject) {
        try {
            return ((InternetAddress) awaitsMail(subject).getFrom()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets a flag on the mail with this subject. */
    public void flags(String subject, Flags.Flag flag) {
        try {
            awaitsMail(subject).setFlag(flag, true);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
            store.close();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Message[] messages() {
        try {
            // Asking for the number makes the client ask the server for news.
            folder.getMessageCount();
            return folder.getMessages();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(Message mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
