/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** imap.md, "Names" and the row "list": who sees which folders of others, and how. */
class ListingIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("listing"));

    private static final Map<String, Person> people = new HashMap<>();

    @BeforeAll
    static void shareTheMailboxes() {
        Company company = Company.on(james.server());
        company.owner(SUPPORT, "CREATE Projects");
        company.owner(SUPPORT, "CREATE \"Projects.Entw&APw-rfe\"");
        people.put("alice", company.hires("alice", "READ_AND_MANAGE"));
        people.put("granter", company.hires("granter", "MANAGE_MEMBERS"));
        people.put("sender", company.hires("sender", "SEND_AS"));
        for (String name : List.of("scoped", "quiet", "assistant", "stranger", "john.doe")) {
            people.put(name, company.hires(name));
        }
        company.delegatesFolders(SUPPORT, person("scoped"), "READ", "Projects.Entw\u00fcrfe");
        company.delegates(SUPPORT, person("quiet"), "READ", "\"subscribe\":false");
        try (RawImap imap = person("john.doe").imap()) {
            expectOk(imap.command("LIST \"\" *"));
        }
        company.delegatesFolders("john.doe@example.com", person("assistant"), "READ", "INBOX");
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "alice     | LIST '' %             | #user",
                "alice     | LIST '' #user         | #user",
                "alice     | LIST '' #USER         | ",
                "alice     | LIST '' #user.%       | #user.support",
                "alice     | LIST '' %.%           | #user.support",
                "alice     | LIST #user. %         | #user.support",
                "alice     | LIST '' #user.support | #user.support",
                "alice     | LIST '' #user.supp    | ",
                "alice     | LIST '' #user.*INBOX  | #user.support.INBOX",
                "alice     | LIST '' #user.support.INBOX | #user.support.INBOX",
                "alice     | LIST '' #user.support.Pro%  | #user.support.Projects",
                "alice     | LIST #user.support. Pro*    |"
                        + " #user.support.Projects #user.support.Projects.Entw&APw-rfe",
                "alice     | LIST '' #user.support.projects | ",
                "alice     | LIST '' #user.john__doe.* | ",
                "alice     | LIST '' INBOX         | ",
                "alice     | LIST '' Sent          | ",
                "alice     | LIST '' #shared.*     | ",
                "alice     | LSUB '' %             | #user",
                "alice     | LSUB '' #user.%       | #user.support",
                "alice     | LSUB '' #user.*INBOX  | #user.support.INBOX",
                "quiet     | LSUB '' *             | ",
                "quiet     | LSUB '' %             | ",
                "quiet     | LIST (SUBSCRIBED) '' * | ",
                "quiet     | LIST '' #user.*INBOX  | #user.support.INBOX",
                "quiet     | LIST (SUBSCRIBED RECURSIVEMATCH) '' % | ",
                "alice     | LIST (SUBSCRIBED) '' %             | ",
                "alice     | LIST (SUBSCRIBED) '' #user.%       | ",
                "alice     | LIST (SUBSCRIBED RECURSIVEMATCH) '' % | #user",
                "alice     | LIST (SUBSCRIBED RECURSIVEMATCH) '' #user.% | #user.support",
                "scoped    | LIST (SUBSCRIBED RECURSIVEMATCH) '' #user.support.% |"
                        + " #user.support.Projects",
                "scoped    | LSUB '' #user.support.% | #user.support.Projects",
                "scoped    | LIST '' *             | #user.support.Projects.Entw&APw-rfe",
                "scoped    | LIST '' #user.support.% | #user.support.Projects",
                "scoped    | LIST '' #user.support.INBOX | ",
                "granter   | LIST '' #user.*INBOX  | #user.support.INBOX",
                "sender    | LIST '' *             | ",
                "sender    | LIST '' %             | ",
                "stranger  | LIST '' #user.*       | ",
                "stranger  | LIST '' #user.        | #user.",
                "alice     | LIST '' #user.        | #user.",
                "alice     | LIST (SUBSCRIBED) '' #user. | ",
                "stranger  | LIST '' #user         | ",
                "assistant | LIST '' *             | #user.john__doe.INBOX",
                "assistant | LIST '' #user.%       | #user.john__doe",
                "john.doe  | LIST '' *             | ",
                "alice     | LIST (SPECIAL-USE) '' * | ",
                "alice     | LIST (REMOTE) '' *    | ",
                "alice     | LIST (SUBSCRIBED) '' #user.*INBOX | #user.support.INBOX",
            })
    void whoSeesWhat(String who, String command, @Nullable String names) {
        assertThat(String.join(" ", names(list(who, command))))
                .isEqualTo(Objects.requireNonNullElse(names, ""));
    }

    @Test
    void everyFolderOfTheOwnerIsListedAfterTheOwnOnes() {
        List<String> lines = list("alice", "LIST '' *");
        assertThat(lines)
                .containsSubsequence(
                        "* LIST (\\HasNoChildren) \".\" \"INBOX\"",
                        "* LIST (\\HasNoChildren) \".\" \"#user.support.Archive\"",
                        "* LIST (\\HasNoChildren) \".\" \"#user.support.INBOX\"",
                        "* LIST (\\HasChildren) \".\" \"#user.support.Projects\"",
                        "* LIST (\\HasNoChildren) \".\" \"#user.support.Projects.Entw&APw-rfe\"",
                        "* LIST (\\HasNoChildren) \".\" \"#user.support.Trash\"");
        assertThat(lines).doesNotHaveDuplicates();
    }

    @Test
    void levelsThatAreNoFoldersCannotBeSelected() {
        assertThat(list("alice", "LIST '' #user.%"))
                .containsExactly("* LIST (\\Noselect \\HasChildren) \".\" \"#user.support\"");
        assertThat(list("scoped", "LIST '' #user.support.%"))
                .containsExactly(
                        "* LIST (\\Noselect \\HasChildren) \".\" \"#user.support.Projects\"");
        assertThat(list("alice", "LSUB '' #user"))
                .containsExactly("* LSUB (\\Noselect) \".\" \"#user\"");
        try (RawImap imap = person("alice").imap()) {
            for (String level : List.of("#user", "#user.support")) {
                assertThat(imap.command("SELECT \"" + level + "\"").completion())
                        .startsWith("NO [NONEXISTENT] ");
            }
        }
    }

    @Test
    void theNamespaceIsTheSameForEverybody() {
        for (Person person : people.values()) {
            try (RawImap imap = person.imap()) {
                assertThat(imap.command("NAMESPACE").untagged())
                        .containsExactly("* NAMESPACE ((\"\" \".\")) ((\"#user.\" \".\")) NIL");
            }
        }
    }

    @Test
    void optionsAreAnsweredForSharedFoldersToo() {
        assertThat(
                        list(
                                "alice",
                                "LIST '' #user.support.Sent RETURN (CHILDREN SUBSCRIBED MYRIGHTS"
                                        + " SPECIAL-USE STATUS (MESSAGES UNSEEN))"))
                .containsExactly(
                        "* LIST (\\HasNoChildren \\Subscribed) \".\" \"#user.support.Sent\"",
                        "* MYRIGHTS \"#user.support.Sent\" \"lrswikxtecd\"",
                        "* STATUS \"#user.support.Sent\" (MESSAGES 0 UNSEEN 0)");
        assertThat(
                        list(
                                "granter",
                                "LIST '' #user.support.Sent RETURN (MYRIGHTS STATUS (MESSAGES))"))
                .containsExactly(
                        "* LIST (\\Noselect \\HasNoChildren) \".\" \"#user.support.Sent\"",
                        "* MYRIGHTS \"#user.support.Sent\" \"la\"");
        assertThat(list("alice", "LIST (SUBSCRIBED RECURSIVEMATCH) '' #user.support.Pro%"))
                .containsExactly(
                        "* LIST (\\HasChildren \\Subscribed) \".\" \"#user.support.Projects\""
                                + " (\"CHILDINFO\" (\"SUBSCRIBED\"))");
        assertThat(list("alice", "LIST (SUBSCRIBED RECURSIVEMATCH) '' %"))
                .contains(
                        "* LIST (\\Noselect \\HasChildren) \".\" \"#user\""
                                + " (\"CHILDINFO\" (\"SUBSCRIBED\"))");
    }

    @Test
    void aNameThatIsListedCanBeOpened() {
        try (RawImap imap = person("alice").imap()) {
            for (String name : names(list("alice", "LIST '' #user.*"))) {
                assertThat(imap.command("EXAMINE \"" + name + "\"").isOk()).as(name).isTrue();
                assertThat(imap.command("STATUS \"" + name + "\" (MESSAGES)").untagged())
                        .containsExactly("* STATUS \"" + name + "\" (MESSAGES 0)");
            }
        }
    }

    private static List<String> list(String who, String command) {
        try (RawImap imap = person(who).imap()) {
            return expectOk(imap.command(command.replace("''", "\"\""))).untagged();
        }
    }

    /** The names below {@code #user}. */
    private static List<String> names(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("\"#user"))
                .map(line -> line.split("\"")[3])
                .collect(Collectors.toList());
    }

    private static Person person(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }
}
