/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a block of code is written in. A fenced one names it behind its fence, and an indented one
 * shows it by how it begins. For each of them but {@link #TEXT} there is a test that reads it.
 */
enum Language {
    /** Commands alone. */
    SH,
    /** Commands behind {@code $}, and what they answer. {@code CommandLineIT} types them. */
    CONSOLE,
    XML,
    JSON,
    PROPERTIES,
    CSV,
    SQL,
    JAVA,
    PHP,
    /** Lines of PostgreSQL's {@code pg_hba.conf}. */
    PG_HBA,
    /** A template of a notice, which {@code DocumentedNoticeTest} fills in. */
    MUSTACHE,
    MUTTRC,
    PINERC,
    MBSYNCRC,
    MSMTPRC,
    /** What nobody copies: messages, screens, pictures made of letters. */
    TEXT;

    private static final Pattern SETTINGS =
            Pattern.compile("(?:[a-z]+(?:\\.[a-zA-Z]+)+ ?=[^\\n]*\\n)+");
    private static final Pattern COLUMNS = Pattern.compile("[a-zA-Z]+(?:,[a-zA-Z]+)+\\n");

    /** Returns what is behind a fence. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the one with that label; empty if there is none. */
    static Optional<Language> labelled(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    /** Returns what a text that nobody has labelled is written in; empty if it does not show. */
    static Optional<Language> of(String text) {
        if (text.startsWith("<")) {
            return Optional.of(XML);
        }
        if (SETTINGS.matcher(text).matches()) {
            return Optional.of(PROPERTIES);
        }
        if (COLUMNS.matcher(text).lookingAt()) {
            return Optional.of(CSV);
        }
        return ShellCommand.allOf(text).stream()
                .map(ShellCommand::program)
                .flatMap(Optional::stream)
                .findFirst()
                .filter(Programs::has)
                .map(any -> SH);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Language::label).collect(Collectors.toList());
    }
}
