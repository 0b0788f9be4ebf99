/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a shell: its words, without their quotes, between two line ends or any of {@code
 * |;&}. Variables are left as they are. Immutable.
 */
final class ShellCommand {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<blank>(?:[ \\t]|\\\\\\n)+)"
                            + "|(?<comment>(?<![^\\s;|&])#[^\\n]*)"
                            + "|(?<end>[|;&\\n]+)"
                            + "|'(?<single>[^']*)'"
                            + "|\"(?<dbl>(?:\\\\.|[^\"\\\\])*)\""
                            + "|\\\\(?<escaped>.)"
                            + "|(?<plain>[^\\s|;&'\"\\\\]+|['\"\\\\])",
                    Pattern.DOTALL);

    private static final Pattern VARIABLE = Pattern.compile("\\w+=.*", Pattern.DOTALL);

    private final List<String> words;

    private ShellCommand(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** Returns those of a script, in their order. A quote that nothing closes is a letter. */
    static List<ShellCommand> allOf(String script) {
        List<ShellCommand> commands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        Matcher token = TOKEN.matcher(script).useTransparentBounds(true);
        for (int at = 0; at < script.length(); at = token.end()) {
            if (!token.region(at, script.length()).lookingAt()) {
                throw new IllegalStateException("No token: " + script.substring(at));
            }
            Optional<String> part = partOfWord(token);
            part.ifPresent(word::append);
            if (inWord && part.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            inWord = part.isPresent();
            if (token.group("end") != null) {
                add(commands, words);
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        add(commands, words);
        return commands;
    }

    private static Optional<String> partOfWord(Matcher token) {
        return List.of("single", "dbl", "escaped", "plain").stream()
                .map(token::group)
                .filter(text -> text != null)
                .findFirst();
    }

    private static void add(List<ShellCommand> commands, List<String> words) {
        if (!words.isEmpty()) {
            commands.add(new ShellCommand(words));
            words.clear();
        }
    }

    List<String> words() {
        return words;
    }

    /** Returns what is run, behind variables that are set for it; empty if only those are set. */
    Optional<String> program() {
        return words.stream().filter(word -> !VARIABLE.matcher(word).matches()).findFirst();
    }

    /** Returns what stands behind an option, each time that it is given: {@code -X PUT}. */
    List<String> valuesOf(String option) {
        List<String> values = new ArrayList<>();
        for (int index = 1; index < words.size(); index++) {
            if (words.get(index - 1).equals(option)) {
                values.add(words.get(index));
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
