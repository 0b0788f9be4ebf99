/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the plugin's two mailets may stand in the processor {@code root}: row by row what is in it,
 * and how it is with {@code DelegatedSender} and with {@code SharedSentCopy}. Each mailet is
 * written as its matcher and its class, and perhaps a parameter; a matcher {@code -} is left out.
 */
class RootMailetsTest {
    private static final Map<String, String> OURS =
            Map.of(
                    "Sender", InstallationLine.Names.DELEGATED_SENDER,
                    "Copy", InstallationLine.Names.SHARED_SENT_COPY);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // In place, whatever harmless is in front.
                "All Sender, All Copy                                    | RIGHT | RIGHT",
                "All Sender, All Copy, All PostmasterAlias, All ToProcessor | RIGHT | RIGHT",
                "- Sender, - Copy                                        | RIGHT | RIGHT",
                "org.apache.james.transport.matchers.All Sender, All Copy | RIGHT | RIGHT",
                "All SetMimeHeader, All Sender, All Copy                 | RIGHT | RIGHT",
                "All AddDeliveredToHeader, All Sender, All Copy          | RIGHT | RIGHT",
                "- com.example.Metrics, All Sender, All Copy             | RIGHT | RIGHT",
                "All com.example.Null, All Sender, All Copy              | RIGHT | RIGHT",
                "RelayLimit=30 Null, All Sender, All Copy                | RIGHT | RIGHT",
                "com.example.IsSpam ToRepository, All Sender, All Copy   | RIGHT | RIGHT",
                "All ToRepository passThrough=true, All Sender, All Copy | RIGHT | RIGHT",
                "All Redirect passThrough=TRUE, All Sender, All Copy     | RIGHT | RIGHT",
                "All LogMessage, All Sender, All Copy                    | RIGHT | RIGHT",
                "All NotifyPostmaster, All Sender, All Copy              | RIGHT | RIGHT",
                "All LocalDelivery consume=false, All Sender, All Copy   | RIGHT | RIGHT",
                "All ToSenderFolder, All Sender, All Copy                | RIGHT | RIGHT",
                "All Sender, SenderIsLocal Sender, All Copy              | RIGHT | RIGHT",
                "All Sender, com.example.IsSpam ToProcessor, All Copy    | RIGHT | RIGHT",
                "All Copy, All Sender, All Copy                          | RIGHT | RIGHT",
                // Missing.
                "All PostmasterAlias                                     | MISSING | MISSING",
                "All Copy                                                | MISSING | RIGHT",
                "All Sender                                              | RIGHT | MISSING",
                "All Copy, All Sender                                    | RIGHT | BEFORE_SENDER",
                // No mail gets there.
                "All ToProcessor, All Sender, All Copy                   | UNREACHED | UNREACHED",
                "- ToProcessor, All Sender, All Copy                     | UNREACHED | UNREACHED",
                "All org.apache.james.transport.mailets.Null, All Sender, All Copy"
                        + "                                              | UNREACHED | UNREACHED",
                "All RemoteDelivery, All Sender, All Copy                | UNREACHED | UNREACHED",
                "All LocalDelivery, All Sender, All Copy                 | UNREACHED | UNREACHED",
                "All ToRepository, All Sender, All Copy                  | UNREACHED | UNREACHED",
                "All ToRepository passThrough=yes, All Sender, All Copy  | UNREACHED | UNREACHED",
                "All Forward, All Sender, All Copy                       | UNREACHED | UNREACHED",
                "All Requeue, All Sender, All Copy                       | UNREACHED | UNREACHED",
                "All LogMessage passThrough=false, All Sender, All Copy  | UNREACHED | UNREACHED",
                "All ToSenderFolder consume=true, All Sender, All Copy   | UNREACHED | UNREACHED",
                "All Sender, All ToProcessor, All Copy                   | RIGHT | UNREACHED",
                // Some mail does not get there, but elsewhere.
                "RecipientIsLocal ToProcessor, All Sender, All Copy      | BYPASSED | RIGHT",
                "!None ToProcessor, All Sender, All Copy                 | BYPASSED | RIGHT",
                "SMTPAuthSuccessful RemoteDelivery, All Sender, All Copy | BYPASSED | RIGHT",
                "RecipientIsLocal LocalDelivery, All Sender, All Copy    | BYPASSED | RIGHT",
                "SMTPAuthSuccessful Redirect, All Sender, All Copy       | BYPASSED | RIGHT",
                // They let some mail pass.
                "RecipientIsLocal Sender, All Copy                       | NOT_FOR_ALL | RIGHT",
                "all Sender, AllButMe Copy                               | NOT_FOR_ALL | NOT_FOR_ALL",
                "!None Sender, All Copy                                  | NOT_FOR_ALL | RIGHT",
                "SentAs Sender, SentOnBehalf Sender, All Copy            | NOT_FOR_ALL | RIGHT",
            })
    void eachIsWhereItHasToBeOrNot(String mailets, MailetPlace.Kind sender, MailetPlace.Kind copy) {
        RootMailets root =
                new RootMailets(
                        Arrays.stream(mailets.split(", *"))
                                .map(RootMailetsTest::mailet)
                                .collect(Collectors.toList()));

        assertThat(root.placeOf(line("Sender")).kind()).isEqualTo(sender);
        assertThat(root.placeOf(line("Copy")).kind()).isEqualTo(copy);
    }

    private static InstallationLine line(String name) {
        return InstallationLine.naming(named(name));
    }

    private static ConfiguredMailet mailet(String written) {
        List<String> words = List.of(written.trim().split(" +"));
        String match = words.get(0);
        Map<String, String> attributes =
                match.equals("-")
                        ? Map.of("class", named(words.get(1)))
                        : match.startsWith("!")
                                ? Map.of(
                                        "class",
                                        named(words.get(1)),
                                        "notmatch",
                                        match.substring(1))
                                : Map.of("class", named(words.get(1)), "match", match);
        Map<String, String> parameters =
                words.stream()
                        .skip(2)
                        .map(parameter -> parameter.split("="))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return ConfiguredMailet.of(
                name -> Optional.ofNullable(attributes.get(name)),
                name -> Optional.ofNullable(parameters.get(name)));
    }

    private static String named(String name) {
        return OURS.getOrDefault(name, name);
    }
}
