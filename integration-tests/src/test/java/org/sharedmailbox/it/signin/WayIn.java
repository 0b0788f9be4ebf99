/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.sharedmailbox.it.client.JmapTokens;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.RawPop3;
import org.sharedmailbox.it.client.RawSieve;
import org.sharedmailbox.it.client.RawSmtp;

/** A way of being signed in to an account. */
enum WayIn {
    IMAP_SILENT {
        @Override
        SignedIn open(Office office, String account) {
            RawImap imap = imap(office, account);
            return () -> goesOn(imap);
        }
    },
    IMAP_USED {
        @Override
        SignedIn open(Office office, String account) {
            RawImap imap = imap(office, account);
            assertThat(imap.command("SELECT INBOX").isOk()).isTrue();
            return () -> goesOn(imap);
        }
    },
    IMAP_IDLING {
        @Override
        SignedIn open(Office office, String account) {
            RawImap imap = imap(office, account);
            assertThat(imap.command("SELECT INBOX").isOk()).isTrue();
            imap.send("i IDLE");
            assertThat(imap.response()).startsWith("+ ");
            return () -> {
                imap.send("DONE");
                return goesOn(imap);
            };
        }
    },
    /** An authorization identity (RFC 4616) that James's own delegation permits. */
    IMAP_AS_ANOTHER {
        @Override
        SignedIn open(Office office, String account) {
            office.letsCarolActFor(account);
            RawImap imap = RawImap.connect(office.james());
            assertThat(imap.command(authenticate(office.carol(), account)).isOk()).isTrue();
            return () -> goesOn(imap);
        }
    },
    SMTP_SILENT {
        @Override
        SignedIn open(Office office, String account) {
            RawSmtp smtp = smtp(office, account);
            return () -> sends(smtp, account);
        }
    },
    SMTP_USED {
        @Override
        SignedIn open(Office office, String account) {
            RawSmtp smtp = smtp(office, account);
            assertThat(sends(smtp, account)).isTrue();
            return () -> sends(smtp, account);
        }
    },
    POP3 {
        @Override
        SignedIn open(Office office, String account) {
            RawPop3 pop3 = RawPop3.connect(office.james());
            pop3.command("USER " + account);
            assertThat(pop3.command("PASS " + Office.PASSWORD)).startsWith("+OK");
            return () -> pop3.command("STAT").startsWith("+OK");
        }
    },
    MANAGE_SIEVE {
        @Override
        SignedIn open(Office office, String account) {
            RawSieve sieve = RawSieve.connect(office.james());
            assertThat(sieve.signIn(account, Office.PASSWORD)).startsWith("OK");
            return () -> sieve.command("LISTSCRIPTS").startsWith("OK");
        }
    },
    JMAP_TOKEN {
        @Override
        SignedIn open(Office office, String account) {
            String token = office.tokens().tokenOf(account);
            return () -> JmapTokens.statusFor(office.james(), token) == 200;
        }
    };

    /** A session, or what stands for one. */
    interface SignedIn {
        /** Whether it still opens the account. */
        boolean goesOn();
    }

    abstract SignedIn open(Office office, String account);

    /** The command with which that person signs in as another. */
    static String authenticate(Person actor, String account) {
        byte[] plain =
                (account + "\0" + actor.address() + "\0" + actor.password())
                        .getBytes(StandardCharsets.UTF_8);
        return "AUTHENTICATE PLAIN " + Base64.getEncoder().encodeToString(plain);
    }

    private static RawImap imap(Office office, String account) {
        RawImap imap = RawImap.connect(office.james());
        assertThat(imap.command("LOGIN " + account + " \"" + Office.PASSWORD + "\"").isOk())
                .isTrue();
        return imap;
    }

    /** Either the command is answered, or the server says BYE and hangs up. */
    private static boolean goesOn(RawImap imap) {
        imap.send("n NOOP");
        String said = "";
        try {
            while (!said.startsWith("n ")) {
                said = imap.response();
                if (said.startsWith("* BYE ")) {
                    assertThat(imap.isClosedByServer()).isTrue();
                    return false;
                }
            }
        } catch (UncheckedIOException e) {
            throw new AssertionError("No BYE before the end of the connection", e);
        }
        assertThat(said).isEqualTo("n OK NOOP completed.");
        return true;
    }

    private static RawSmtp smtp(Office office, String account) {
        RawSmtp smtp = RawSmtp.submission(office.james());
        assertThat(smtp.signIn(account, Office.PASSWORD)).startsWith("235 ");
        return smtp;
    }

    private static boolean sends(RawSmtp smtp, String account) {
        String reply = smtp.command("MAIL FROM:<" + account + ">");
        assertThat(reply).matches("(250|550) .*");
        smtp.command("RSET");
        return reply.startsWith("250 ");
    }
}
