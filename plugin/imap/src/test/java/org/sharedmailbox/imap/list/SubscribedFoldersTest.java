/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.encode.LSubResponseEncoder;
import org.apache.james.imap.encode.ListResponseEncoder;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.message.request.ListRequest.ListReturnOption;
import org.apache.james.imap.message.request.ListRequest.ListSelectOption;
import org.apache.james.imap.message.request.LsubRequest;
import org.apache.james.imap.message.response.LSubResponse;
import org.apache.james.imap.message.response.ListResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.delegation.SubscriptionChoices;
import org.sharedmailbox.imap.InMemoryImap;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.name.ListPattern;
import org.sharedmailbox.imap.response.Written;
import org.sharedmailbox.imap.session.Sessions;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;

/**
 * What LIST and LSUB say of subscriptions. Of support, by default subscribed, alice unsubscribed
 * Projects and INBOX; of quiet, by default not, she subscribed Plans.2026.
 */
class SubscribedFoldersTest {
    /** Is not asked for anything here. */
    private static final ImapProcessor NO_DEFAULT = configuration -> {};

    private static final Tag TAG = new Tag("a");
    private static final Username ALICE = Username.of("alice@example.com");
    private static final Username SUPPORT = Username.of("support@example.com");
    private static final Username QUIET = Username.of("quiet@example.com");

    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    private ListProcessor list;
    private LSubProcessor lsub;
    private final SharedFolders folders =
            new SharedFolders(
                            ImmutableSortedMap.<String, SharedFolder>naturalOrder()
                                    .put("#user.support.INBOX", folder(SUPPORT, "INBOX"))
                                    .put("#user.support.Projects", folder(SUPPORT, "Projects"))
                                    .put(
                                            "#user.support.Projects.2026",
                                            folder(SUPPORT, "Projects.2026"))
                                    .put("#user.quiet.INBOX", folder(QUIET, "INBOX"))
                                    .put("#user.quiet.Plans", folder(QUIET, "Plans"))
                                    .put("#user.quiet.Plans.2026", folder(QUIET, "Plans.2026"))
                                    .build())
                    .asChosen(
                            SubscriptionChoices.of(
                                    ImmutableTable.<Username, FolderName, Boolean>builder()
                                            .put(SUPPORT, FolderName.INBOX, false)
                                            .put(SUPPORT, FolderName.of("Projects"), false)
                                            .put(QUIET, FolderName.of("Plans.2026"), true)
                                            .build()));

    @BeforeEach
    void takeProcessors() {
        list = imap.instance(ListProcessor.class);
        lsub = imap.instance(LSubProcessor.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*               | #user.quiet.Plans.2026 #user.support.Projects.2026",
                "%               | (#user)",
                "#user.%         | (#user.quiet) (#user.support)",
                "#user.support.% | (#user.support.Projects)",
                "#user.quiet.%   | (#user.quiet.Plans)",
                "#user.%.%.%     | #user.quiet.Plans.2026 #user.support.Projects.2026",
                "#user.support.INBOX | ",
            })
    void lsub(String pattern, @Nullable String expected) {
        assertThat(told(lsub, new LsubRequest("", pattern, TAG), pattern))
                .containsExactlyElementsOf(lines("* LSUB (", "\\Noselect", ")", "", expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*               | #user.quiet.Plans.2026 #user.support.Projects.2026",
                "%               | ",
                "#user.%         | ",
                "#user.support.% | ",
                "#user.%.%.%     | #user.quiet.Plans.2026 #user.support.Projects.2026",
            })
    void listOfTheSubscribed(String pattern, @Nullable String expected) {
        assertThat(told(list, request(pattern, ListSelectOption.SUBSCRIBED), pattern))
                .containsExactlyElementsOf(
                        lines("* LIST (\\HasNoChildren \\Subscribed", "", ")", "", expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%               | (#user)",
                "#user.%         | (#user.quiet) (#user.support)",
                "#user           | (#user)",
                "#user.support.% | #user.support.Projects",
                "#user.quiet.%   | #user.quiet.Plans",
                "#user.support.INBOX | ",
            })
    void listOfThoseAboveTheSubscribed(String pattern, @Nullable String expected) {
        assertThat(
                        told(
                                list,
                                request(
                                        pattern,
                                        ListSelectOption.SUBSCRIBED,
                                        ListSelectOption.RECURSIVEMATCH),
                                pattern))
                .containsExactlyElementsOf(
                        lines(
                                "* LIST (",
                                "\\Noselect ",
                                "\\HasChildren)",
                                " (\"CHILDINFO\" (\"SUBSCRIBED\"))",
                                expected));
    }

    @Test
    void aFolderThatIsSubscribedSaysSoWhereItIsAsked() {
        ListRequest request =
                new ListRequest(
                        new ListRequest("", "*", TAG).getCommand(),
                        "",
                        "#user.support.*",
                        TAG,
                        EnumSet.noneOf(ListSelectOption.class),
                        EnumSet.of(ListReturnOption.SUBSCRIBED),
                        Optional.empty());

        assertThat(told(list, request, "#user.support.*"))
                .containsExactly(
                        "* LIST (\\HasNoChildren) \".\" \"#user.support.INBOX\"",
                        "* LIST (\\HasChildren) \".\" \"#user.support.Projects\"",
                        "* LIST (\\HasNoChildren \\Subscribed) \".\""
                                + " \"#user.support.Projects.2026\"");
        assertThat(list.tellsSubscriptions(request)).isTrue();
    }

    @Test
    void whatIsChosenIsAskedForOnlyWhereItIsTold() {
        assertThat(list.tellsSubscriptions(new ListRequest("", "*", TAG))).isFalse();
        assertThat(list.tellsSubscriptions(request("*", ListSelectOption.SUBSCRIBED))).isTrue();
        assertThat(lsub.tellsSubscriptions(new LsubRequest("", "*", TAG))).isTrue();
        assertThat(told(list, new ListRequest("", "#user.%.INBOX", TAG), "#user.%.INBOX"))
                .containsExactly(
                        "* LIST (\\HasNoChildren) \".\" \"#user.quiet.INBOX\"",
                        "* LIST (\\HasNoChildren) \".\" \"#user.support.INBOX\"");
    }

    /** One line for each name; {@code ifLevel} for those in parentheses. */
    private static List<String> lines(
            String start, String ifLevel, String end, String after, @Nullable String names) {
        return Arrays.stream(names == null ? new String[0] : names.split(" "))
                .map(
                        name ->
                                start
                                        + (name.startsWith("(") ? ifLevel : "")
                                        + end
                                        + " \".\" \""
                                        + name.replaceAll("[()]", "")
                                        + "\""
                                        + after)
                .collect(Collectors.toList());
    }

    private static ListRequest request(String pattern, ListSelectOption... selected) {
        return new ListRequest(
                new ListRequest("", pattern, TAG).getCommand(),
                "",
                pattern,
                TAG,
                EnumSet.copyOf(List.of(selected)),
                EnumSet.noneOf(ListReturnOption.class),
                Optional.empty());
    }

    private <R extends ImapRequest> List<String> told(
            ListingProcessor<R> processor, R request, String pattern) {
        List<String> lines = new ArrayList<>();
        processor
                .tell(
                        new CommandContext<>(
                                request,
                                new Lines(lines),
                                Sessions.connectionOf(ALICE),
                                NO_DEFAULT),
                        ListPattern.of(pattern),
                        folders)
                .block();
        return lines;
    }

    private static final class Lines implements Responder {
        private final List<String> lines;

        Lines(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void respond(ImapResponseMessage response) {
            lines.add(
                    (response instanceof LSubResponse
                                    ? Written.by(new LSubResponseEncoder(), (LSubResponse) response)
                                    : Written.by(
                                            new ListResponseEncoder(), (ListResponse) response))
                            .trim());
        }

        @Override
        public void flush() {}
    }

    private static SharedFolder folder(Username owner, String name) {
        return SharedFolder.of(
                FolderAddress.of(owner, FolderName.of(name)),
                ImapRights.ofLetters("lr"),
                owner.equals(SUPPORT));
    }
}
