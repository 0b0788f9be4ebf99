/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the encoded words of a header (RFC 2047), and notices where software would disagree. */
final class EncodedWords {
    /** More than an honest name has; together they limit the work that a client can cause. */
    private static final int MAX_WORDS = 100;

    private static final int MAX_CHARSETS = 5;

    private EncodedWords() {}

    /**
     * Returns what readers may be shown. Empty if that depends too much on their software, or on
     * more than an honest header has.
     */
    static ImmutableSet<String> read(String value) {
        Optional<List<EncodedWord>> words = in(value);
        if (words.isEmpty()) {
            return ImmutableSet.of();
        }
        if (words.get().isEmpty()) {
            return ImmutableSet.of(value);
        }
        ImmutableSet<String> readings = readings(value, words.get());
        // Some programs decode twice.
        return readings.stream().allMatch(text -> in(text).filter(List::isEmpty).isPresent())
                ? readings
                : ImmutableSet.of();
    }

    /** Returns the header such that no parser decodes it; its structure stays as it is. */
    static String undecoded(String value) {
        return value.replace("=?", "=!");
    }

    /** Decides whether {@link #undecoded} may have changed the text. */
    static boolean isUndecoded(String text) {
        return text.contains("=!");
    }

    /** Returns the words of a header; empty if there are too many, or any is broken. */
    private static Optional<List<EncodedWord>> in(String value) {
        List<EncodedWord> words = new ArrayList<>();
        Set<String> charsets = new LinkedHashSet<>();
        int lastEnd = value.lastIndexOf("?=");
        int end = 0;
        for (int start = value.indexOf("=?"); start >= 0; start = value.indexOf("=?", start + 1)) {
            Optional<EncodedWord> word = EncodedWord.at(start, value, lastEnd);
            if (word.isEmpty()) {
                continue;
            }
            charsets.add(word.get().charset());
            words.add(word.get());
            // A word within a word: programs differ about which it is.
            if (start < end
                    || word.get().isBroken()
                    || words.size() > MAX_WORDS
                    || charsets.size() > MAX_CHARSETS) {
                return Optional.empty();
            }
            end = word.get().end();
        }
        return Optional.of(words);
    }

    private static ImmutableSet<String> readings(String value, List<EncodedWord> words) {
        ImmutableSet.Builder<String> readings = ImmutableSet.builder();
        readings.addAll(texts(value, runs(value, words, false, false)));
        readings.addAll(texts(value, runs(value, words, true, false)));
        if (words.stream().anyMatch(EncodedWord::lacksPadding)) {
            // Where digits are joined that do not belong together, nonsense is no reading.
            texts(value, runs(value, words, true, true)).stream()
                    .map(text -> CharMatcher.javaIsoControl().replaceFrom(text, '\uFFFD'))
                    .forEach(readings::add);
        }
        return readings.build();
    }

    private static List<String> texts(String value, List<Run> runs) {
        int variants = runs.stream().mapToInt(run -> run.texts.size()).max().orElse(0);
        return IntStream.range(0, variants)
                .mapToObj(variant -> text(value, runs, variant))
                .collect(ImmutableList.toImmutableList());
    }

    private static String text(String value, List<Run> runs, int variant) {
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (Run run : runs) {
            String between = value.substring(end, run.start);
            text.append(end > 0 && between.isBlank() ? "" : between);
            text.append(run.texts.get(Math.min(variant, run.texts.size() - 1)));
            end = run.end;
        }
        return text.append(value.substring(end)).toString();
    }

    /**
     * Decodes the words.
     *
     * @param joining whether neighbours in the same charset are joined, because some software
     *     concatenates their octets before it decodes characters
     * @param joiningBase64 whether even the digits of Base64 are concatenated, if they are not
     *     padded
     */
    private static List<Run> runs(
            String value, List<EncodedWord> words, boolean joining, boolean joiningBase64) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int first = i;
            List<byte[]> octets = new ArrayList<>();
            do {
                StringBuilder base64 = new StringBuilder();
                while (joiningBase64
                        && words.get(i).lacksPadding()
                        && continues(value, words, i)
                        && words.get(i + 1).isBase64()) {
                    base64.append(words.get(i++).base64Text());
                }
                octets.add(
                        base64.length() == 0
                                ? words.get(i).octets()
                                : EncodedWord.decoded(base64 + words.get(i).base64Text()));
                i++;
            } while (joining && continues(value, words, i - 1));
            runs.add(
                    new Run(
                            words.get(first).start(),
                            words.get(i - 1).end(),
                            WordCharsets.read(
                                    words.get(first).charset(),
                                    Bytes.concat(octets.toArray(new byte[0][])))));
        }
        return runs;
    }

    /** Decides whether the next word is a neighbour in the same charset. */
    private static boolean continues(String value, List<EncodedWord> words, int word) {
        return word + 1 < words.size()
                && words.get(word).charset().equals(words.get(word + 1).charset())
                && value.substring(words.get(word).end(), words.get(word + 1).start()).isBlank();
    }

    /** Words that are decoded together, and what they may say. */
    private static final class Run {
        private final int start;
        private final int end;
        private final ImmutableList<String> texts;

        Run(int start, int end, ImmutableList<String> texts) {
            this.start = start;
            this.end = end;
            this.texts = texts;
        }
    }
}
