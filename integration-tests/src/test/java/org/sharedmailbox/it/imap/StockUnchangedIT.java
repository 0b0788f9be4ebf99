/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/**
 * imap.md, "Must not change": the same dialogue with and without the plugin, byte for byte, but for
 * what differs between any two servers.
 */
class StockUnchangedIT {
    @RegisterExtension
    static final StockJamesExtension stock =
            new StockJamesExtension(StockJames.named("unchanged-stock").withoutPlugin());

    @RegisterExtension
    static final StockJamesExtension extended =
            new StockJamesExtension(StockJames.named("unchanged-extended"));

    /** RFC 4314 §5. */
    private static final String RIGHTS = "RIGHTS=kxte";

    /** To MYRIGHTS of an own folder; RFC 4314 §2.1.1 wants the obsolete rights c and d too. */
    private static final String STOCK_RIGHTS = "\"aeiklprstwx\"";

    private static final String RIGHTS_WITH_OBSOLETE_ONES = "\"lrswipkxtecda\"";

    private static final String LITERAL = "Subject: Lunch\r\nFrom: a@b.c\r\n\r\nToday?\r\n";

    @Test
    void whoSharesNothingNoticesNothing() {
        List<String> without = dialogue(stock.server());
        List<String> with = dialogue(extended.server());

        for (int i = 0; i < without.size(); i++) {
            assertThat(with.get(i).replace(" " + RIGHTS, ""))
                    .isEqualTo(withObsoleteRights(without.get(i)));
        }
        assertThat(with).hasSameSizeAs(without);
    }

    private static String withObsoleteRights(String answer) {
        return answer.startsWith("MYRIGHTS ")
                ? answer.replace(STOCK_RIGHTS, RIGHTS_WITH_OBSOLETE_ONES)
                : answer;
    }

    @Test
    void onlyTheNamespaceIsTold() {
        assertThat(namespaceOf(stock.server())).isEqualTo("* NAMESPACE ((\"\" \".\")) NIL NIL");
        assertThat(namespaceOf(extended.server()))
                .isEqualTo("* NAMESPACE ((\"\" \".\")) ((\"#user.\" \".\")) NIL");
    }

    @Test
    void theRightsThatCanBeSharedAreAnnounced() {
        assertThat(capabilitiesOf(stock.server())).contains("ACL").doesNotContain(RIGHTS);
        assertThat(capabilitiesOf(extended.server())).contains("ACL", RIGHTS);
    }

    @Test
    void whatIsPushedToAnIdlingClientIsTheSame() {
        assertThat(idling(extended.server())).isEqualTo(idling(stock.server()));
    }

    private static List<String> capabilitiesOf(StockJames james) {
        try (RawImap imap = person(james, "carl").imap()) {
            return List.of(String.join(" ", imap.command("CAPABILITY").untagged()).split(" "));
        }
    }

    private static String namespaceOf(StockJames james) {
        try (RawImap imap = person(james, "nora").imap()) {
            return String.join("\n", imap.command("NAMESPACE").untagged());
        }
    }

    private static List<String> dialogue(StockJames james) {
        List<String> said = new ArrayList<>();
        Person dave = person(james, "dave");
        try (RawImap nobody = RawImap.connect(james)) {
            said.add(normal(nobody.greeting()));
            StockDialogue.BEFORE_SIGNING_IN.forEach(
                    command -> said.add(normal(nobody.command(command).toString())));
        }
        RawImap imap = dave.imap();
        for (String command : StockDialogue.SIGNED_IN) {
            try {
                said.add(command + "\n" + normal(says(imap, command).toString()));
            } catch (UncheckedIOException e) {
                // Some mistakes cost a client its connection: with the plugin the same ones.
                said.add(command + "\nconnection closed");
                imap.close();
                imap = dave.imap();
                imap.command("SELECT Work");
            }
        }
        imap.close();
        return said;
    }

    private static ImapAnswer says(RawImap imap, String command) {
        return command.endsWith(" {}")
                ? imap.command(command.substring(0, command.length() - 3), LITERAL)
                : imap.command(command);
    }

    private static List<String> idling(StockJames james) {
        Person ida = person(james, "ida");
        List<String> pushed = new ArrayList<>();
        try (RawImap idle = ida.imap();
                RawImap other = ida.imap()) {
            idle.command("SELECT INBOX");
            other.command("SELECT INBOX");
            idle.send("i IDLE");
            pushed.add(idle.response());
            other.command("APPEND INBOX", LITERAL);
            awaits(idle, "* 1 EXISTS", pushed);
            other.command("STORE 1 +FLAGS (\\Deleted new)");
            awaits(idle, "* OK [PERMANENTFLAGS ", pushed);
            other.command("EXPUNGE");
            awaits(idle, "* 1 EXPUNGE", pushed);
            idle.send("DONE");
            awaits(idle, "i ", pushed);
        }
        // Which of the two connections is told that a mail is recent is a matter of luck.
        pushed.removeIf(line -> line.endsWith("RECENT"));
        return pushed;
    }

    private static void awaits(RawImap imap, String beginning, List<String> pushed) {
        do {
            pushed.add(imap.response().replace(" \\Recent", ""));
        } while (!pushed.get(pushed.size() - 1).startsWith(beginning));
    }

    private static Person person(StockJames james, String name) {
        Administrator administrator = Administrator.of(james);
        administrator.createsDomain("example.com");
        return administrator.createsUser(name + "@example.com");
    }

    /** Without what differs by nature: identifiers and times. */
    private static String normal(String answer) {
        return answer.replaceAll("UIDVALIDITY \\d+", "UIDVALIDITY n")
                .replaceAll("APPENDUID \\d+", "APPENDUID n")
                .replaceAll("COPYUID \\d+", "COPYUID n")
                // James counts some changes a moment after it has answered.
                .replaceAll("MODSEQ( \\(?)\\d+", "MODSEQ$1n")
                .replaceAll("MAILBOXID \\(\\d+\\)", "MAILBOXID (n)")
                .replaceAll("(EMAILID|THREADID) \\([^)]*\\)", "$1 (n)")
                .replaceAll("\"[ \\d]\\d-\\w{3}-\\d{4} [\\d:]{8} [+-]\\d{4}\"", "date")
                .replaceAll("SID-[a-z]+", "SID-n");
    }
}
