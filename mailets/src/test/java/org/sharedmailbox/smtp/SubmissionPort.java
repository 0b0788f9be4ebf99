/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.inject.Injector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.commons.io.IOUtils;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.handler.ProtocolHandler;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.smtpserver.netty.SMTPServer;
import org.apache.james.smtpserver.netty.SmtpMetricsImpl;
import org.apache.mailet.Mail;
import org.sharedmailbox.MailServer;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailet.DelegatedSender;

/** James's own SMTP server with our handlers on a real port, and a client that types. */
final class SubmissionPort implements AutoCloseable {
    private final Injector injector;
    private final SMTPServer server;
    private final Supplier<MeasuredHook> hook = Suppliers.memoize(this::measuredHook);

    /**
     * Starts it.
     *
     * @param handlers the names of those that an operator adds to James's
     */
    SubmissionPort(MailServer james, boolean verifyIdentity, String... handlers) throws Exception {
        this.injector = james.start();
        this.server =
                new SMTPServer(new SmtpMetricsImpl(injector.getInstance(MetricFactory.class)));
        server.setFileSystem(injector.getInstance(FileSystem.class));
        server.setProtocolHandlerLoader(
                (name, configuration) -> {
                    try {
                        ProtocolHandler handler =
                                name.equals(SendRightsHook.class.getName())
                                        ? hook.get()
                                        : (ProtocolHandler) MailServer.load(injector, name);
                        handler.init(configuration);
                        return handler;
                    } catch (Exception e) {
                        throw new IllegalStateException(name, e);
                    }
                });
        server.configure(
                xml(
                        "<smtpserver enabled='true'><bind>127.0.0.1:0</bind>"
                                + "<gracefulShutdown>false</gracefulShutdown><jmxName>"
                                + System.identityHashCode(this)
                                + "</jmxName>"
                                + "<helloName autodetect='false'>mx.example.com</helloName>"
                                + "<auth><announce>always</announce>"
                                + "<requireSSL>false</requireSSL></auth>"
                                + "<verifyIdentity>"
                                + verifyIdentity
                                + "</verifyIdentity>"
                                + "<handlerchain coreHandlersPackage='"
                                + SharedMailboxHandlersPackage.class.getName()
                                + "'>"
                                + Stream.of(handlers)
                                        .map(name -> "<handler class='" + name + "'/>")
                                        .collect(Collectors.joining())
                                + "</handlerchain></smtpserver>"));
        server.init();
    }

    private static XMLConfiguration xml(String text) throws ConfigurationException {
        XMLConfiguration configuration = new XMLConfiguration();
        new FileHandler(configuration).load(new StringReader(text));
        return configuration;
    }

    Client connect() throws IOException {
        return new Client();
    }

    Client login(String user) throws IOException {
        return connect().login(user);
    }

    /** Returns the hook that checks what is submitted here. */
    MeasuredHook hook() {
        return hook.get();
    }

    private MeasuredHook measuredHook() {
        try {
            return (MeasuredHook) MailServer.load(injector, MeasuredHook.class.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the last mail that was spooled, as James would hand it to the mailets. */
    Mail spooled() {
        Mail mail = queue().getLastMail();
        if (mail == null) {
            throw new AssertionError("Nothing was spooled");
        }
        return mail;
    }

    long spooledMails() {
        return queue().getSize();
    }

    void forgetSpooledMails() throws MailQueue.MailQueueException {
        queue().clear();
    }

    /** Returns the mail as it leaves. */
    String outgoing(Mail mail) throws Exception {
        new DelegatedSender().service(mail);
        return IOUtils.toString(
                new MimeMessageInputStream(mail.getMessage()), StandardCharsets.ISO_8859_1);
    }

    private MemoryMailQueueFactory.MemoryCacheableMailQueue queue() {
        return injector.getInstance(MemoryMailQueueFactory.class)
                .createQueue(MailQueueFactory.SPOOL);
    }

    @Override
    public void close() {
        server.destroy();
    }

    /** A connection; every method returns the last line of the reply. */
    final class Client implements AutoCloseable {
        private final Socket socket = new Socket();
        private final BufferedReader replies;

        Client() throws IOException {
            InetSocketAddress address = server.getListenAddresses().get(0);
            socket.connect(address);
            socket.setSoTimeout(30_000);
            replies =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            reply();
            say("EHLO alices-laptop.example.net");
        }

        Client login(String user) throws IOException {
            String plain = "\0" + user + "@example.com\0" + JamesInMemory.PASSWORD;
            say(
                    "AUTH PLAIN "
                            + Base64.getEncoder()
                                    .encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        String say(String line) throws IOException {
            return raw(line + "\r\n");
        }

        /** Sends a mail; the message is headers and body, without the final dot. */
        String send(String from, List<String> recipients, String message) throws IOException {
            String mail = say("MAIL FROM:<" + from + ">");
            if (!mail.startsWith("250")) {
                return mail;
            }
            for (String recipient : recipients) {
                String rcpt = say("RCPT TO:<" + recipient + ">");
                if (!rcpt.startsWith("250")) {
                    return rcpt;
                }
            }
            say("DATA");
            return raw(message + "\r\n.\r\n");
        }

        String raw(String octets) throws IOException {
            socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return reply();
        }

        private String reply() throws IOException {
            String line = replies.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                line = replies.readLine();
            }
            return String.valueOf(line);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
