/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.handler.ProtocolHandler;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.james.smtpserver.netty.SMTPServer;
import org.apache.james.smtpserver.netty.SmtpMetricsImpl;
import org.apache.mailet.Mail;
import org.sharedmailbox.mailet.DelegatedSender;

/** James's own SMTP server with our handlers on a real port, and a client that types. */
final class SubmissionPort implements AutoCloseable {
    private final Injector injector;
    private final SMTPServer server;

    SubmissionPort(Company company, boolean verifyIdentity) throws Exception {
        this.injector = Guice.createInjector(company);
        this.server =
                new SMTPServer(new SmtpMetricsImpl(injector.getInstance(MetricFactory.class)));
        server.setFileSystem(injector.getInstance(FileSystem.class));
        server.setProtocolHandlerLoader(
                (name, configuration) -> {
                    try {
                        Object handler = injector.getInstance(Class.forName(name));
                        ((ProtocolHandler) handler).init(configuration);
                        return (ProtocolHandler) handler;
                    } catch (Exception e) {
                        throw new IllegalStateException(name, e);
                    }
                });
        server.configure(
                Company.xmlOf(
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
                                + "<handlerchain enableJmx='false' coreHandlersPackage='"
                                + SharedMailboxHandlersPackage.class.getName()
                                + "'/></smtpserver>"));
        server.init();
    }

    Client connect() throws IOException {
        return new Client();
    }

    Client login(String user) throws IOException {
        return connect().login(user);
    }

    /** The last mail that was spooled, as James would hand it to the mailets. */
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

    /** The last mail as it leaves. */
    String outgoing(Mail mail) throws Exception {
        new DelegatedSender().service(mail);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.getMessage().writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private MemoryMailQueueFactory.MemoryCacheableMailQueue queue() {
        return injector.getInstance(MemoryMailQueueFactory.class)
                .createQueue(MailQueueFactory.SPOOL);
    }

    @Override
    public void close() {
        server.destroy();
    }

    /** One connection; every method returns what the server says. */
    final class Client implements AutoCloseable {
        private final Socket socket = new Socket();
        private final BufferedReader answers;

        Client() throws IOException {
            InetSocketAddress address = server.getListenAddresses().get(0);
            socket.connect(address);
            socket.setSoTimeout(30_000);
            answers =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            answer();
            say("EHLO alices-laptop.example.net");
        }

        Client login(String user) throws IOException {
            String plain = "\0" + user + "@example.com\0secret";
            say(
                    "AUTH PLAIN "
                            + Base64.getEncoder()
                                    .encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        String say(String line) throws IOException {
            return raw(line + "\r\n");
        }

        /** The headers and body, without the final dot. */
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
            return answer();
        }

        private String answer() throws IOException {
            String line = answers.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                line = answers.readLine();
            }
            return String.valueOf(line);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
