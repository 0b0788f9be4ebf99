/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.it.client.ImapAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Every row of {@link RightsTable} and {@link FolderRightsTable}, each in a folder of its own. */
class ImapRightsIT {
    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(StockJames.named("imap-rights"));

    private static final String OLD = "old@example.com";
    private static final Pattern FLAGS = Pattern.compile("FLAGS \\(([^)]*)\\)");
    private static final Map<String, Person> people = new HashMap<>();
    private static int folders;

    private static Company company;

    @BeforeAll
    static void shareTheMailboxes() {
        company = Company.on(james.server());
        company.shares(OLD, "archive");
        company.owner(SUPPORT, "CREATE Scope");
        people.put("reader", company.hires("reader", "READ"));
        people.put("manager", company.hires("manager", "READ_AND_MANAGE"));
        people.put("granter", company.hires("granter", "MANAGE_MEMBERS"));
        people.put("sender", company.hires("sender", "SEND_AS", "SEND_ON_BEHALF"));
        for (String name :
                List.of("stranger", "inside", "outside", "inbox", "early", "late", "archivist")) {
            people.put(name, company.hires(name));
        }
        company.administrator().grants(OLD, person("archivist"), "READ_AND_MANAGE");
        company.delegatesFolders(SUPPORT, person("inside"), "READ_AND_MANAGE", "Scope");
        company.delegatesFolders(SUPPORT, person("outside"), "READ_AND_MANAGE", "Scope");
        company.delegatesFolders(SUPPORT, person("inbox"), "READ_AND_MANAGE", "INBOX");
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        company.delegates(
                SUPPORT,
                person("early"),
                "READ_AND_MANAGE",
                "\"notBefore\":\"" + now.plusDays(1) + "\"");
        company.delegates(
                SUPPORT,
                person("late"),
                "READ_AND_MANAGE",
                String.format(
                        "\"notBefore\":\"%s\",\"notAfter\":\"%s\"",
                        now.minusDays(2), now.minusDays(1)));
    }

    @ParameterizedTest(name = "{0} with {1}: {2} -> {3}")
    @MethodSource({
        "org.sharedmailbox.it.imap.RightsTable#rows",
        "org.sharedmailbox.it.imap.FolderRightsTable#rows"
    })
    void theTableHolds(String who, String opened, String said, String answer, String flags) {
        String owner = who.equals("archivist") ? OLD : SUPPORT;
        folders++;
        String folder = (who.equals("inside") ? "Scope.R" : "R") + folders;
        company.owner(owner, "CREATE " + folder);
        company.files(owner, folder, "\\Deleted \\Flagged");
        String name = "#user." + owner.substring(0, owner.indexOf('@')) + "." + folder;

        try (RawImap imap = person(who).imap()) {
            if (!opened.equals("none")) {
                expectOk(imap.command(opened + " \"" + name + "\""));
            }
            ImapAnswer answered = says(imap, String.format(said, name));
            if (answer.endsWith("…")) {
                assertThat(answered.completion())
                        .startsWith(answer.substring(0, answer.length() - 1));
            } else {
                assertThat(answered.completion()).isEqualTo(answer);
            }
            String ownersEntry = "\"" + owner + "\" \"lrswipkxtecda\"";
            assertThat(answered.toString().replace(ownersEntry, ""))
                    .doesNotContain("\"" + folder + "\"", owner);
            assertThat(imap.command("SELECT INBOX").completion()).startsWith("OK [READ-WRITE]");
        }
        assertThat(flagsIn(owner, folder)).isEqualTo(flags);
    }

    private static ImapAnswer says(RawImap imap, String command) {
        return command.endsWith(" {}")
                ? imap.command(
                        command.substring(0, command.length() - 3), "Subject: Another\r\n\r\n")
                : imap.command(command);
    }

    /** The flags of each mail, as its owner sees them. */
    private static String flagsIn(String owner, String folder) {
        try (RawImap imap = company.signsInAs(owner)) {
            ImapAnswer examined = expectOk(imap.command("EXAMINE " + folder));
            if (examined.untagged().contains("* 0 EXISTS")) {
                return "gone";
            }
            return expectOk(imap.command("FETCH 1:* (FLAGS)")).untagged("* ").stream()
                    .filter(line -> line.contains(" FETCH "))
                    .flatMap(line -> FLAGS.matcher(line).results())
                    .map(ImapRightsIT::sorted)
                    .collect(Collectors.joining(", "));
        }
    }

    private static String sorted(MatchResult flags) {
        return List.of(flags.group(1).split(" ")).stream()
                .filter(flag -> !flag.equals("\\Recent"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Person person(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }
}
