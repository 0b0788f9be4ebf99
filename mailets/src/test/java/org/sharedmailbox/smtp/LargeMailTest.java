/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.People;
import org.sharedmailbox.header.SubmittedHeaders;
import org.sharedmailbox.mailet.DelegatedSender;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendMode;

/** The memory allocated while a mail is read and rewritten, whether or not it is freed again. */
class LargeMailTest {
    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Measured: about 0.5 MB, in which James's own buffer for the first 100 KiB grows. */
    private static final long MAX_ALLOCATED = 2_000_000;

    @Test
    void aMailOfTwentyMegabytesIsNotHeldInMemory() throws Exception {
        allocatedFor(20_000);

        assertThat(allocatedFor(20_000_000)).isLessThan(MAX_ALLOCATED);
    }

    private static long allocatedFor(int size) throws Exception {
        MailImpl mail = mail(size);
        try {
            long before = MEMORY.getThreadAllocatedBytes(Thread.currentThread().getId());
            assertThat(SubmittedHeaders.of(mail).aboutSending().from()).hasSize(1);
            SendInstruction.sentBy(People.ALICE, "mx.example.com")
                    .mode(SendMode.SEND_AS)
                    .mailbox(People.SUPPORT)
                    .discardsSender(true)
                    .received("by mx.example.com; then")
                    .id("mail-1")
                    .build()
                    .attachTo(mail);
            new DelegatedSender().service(mail);
            long after = MEMORY.getThreadAllocatedBytes(Thread.currentThread().getId());

            assertThat(mail.getMaybeSender().asString()).isEqualTo("support@example.com");
            assertThat(mail.getMessageSize()).isGreaterThan(size);
            return after - before;
        } finally {
            LifecycleUtil.dispose(mail);
        }
    }

    private static MailImpl mail(int size) throws Exception {
        MailImpl mail =
                MailImpl.builder()
                        .name("mail-1")
                        .sender(new MailAddress("alice@example.com"))
                        .addRecipient("customer@elsewhere.net")
                        .build();
        InputStream message =
                new SequenceInputStream(
                        octets("From: support@example.com\r\nSubject: Large\r\n\r\n"),
                        new SequenceInputStream(
                                Collections.enumeration(
                                        Stream.generate(() -> octets("x".repeat(998) + "\r\n"))
                                                .limit(size / 1000)
                                                .collect(Collectors.toList()))));
        mail.setMessageContent(MimeMessageInputStreamSource.create("mail-1", message));
        return mail;
    }

    private static InputStream octets(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
