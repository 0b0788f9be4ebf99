/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Header sections that are expensive to read, most of them as large as they may be. Octets are
 * written as the characters of ISO 8859-1.
 */
final class HostileHeaders {
    private static final List<String> CHARSETS = List.copyOf(Charset.availableCharsets().keySet());

    /** In one go, or each of its characters would be looked at as often as it is long. */
    private static final Pattern AS_LONG_AS_MAY_BE = Pattern.compile("[^\r\n]{1,8000}+");

    private HostileHeaders() {}

    /** Returns the sections by their names, as they are and cut to what is read. */
    static Stream<Map.Entry<String, String>> all() {
        return sections()
                .flatMap(
                        section ->
                                Stream.of(
                                        section,
                                        Map.entry(
                                                section.getKey() + ", cut",
                                                cut(section.getValue()))));
    }

    private static Stream<Map.Entry<String, String>> sections() {
        return Stream.of(
                hostile("unknown charsets", from(each(4000, i -> "=?x-" + i + "?Q?a?= "))),
                hostile(
                        "unknown charsets in each",
                        fields("Resent-From", 3000, each(12, i -> "=?x-" + i + "?Q?a?= "))),
                hostile(
                        "unknown charsets in sender",
                        fields("Sender", 3000, each(12, i -> "=?y-" + i + "?B?YQ?= "))),
                hostile("charsets of one letter", from("=?x?Q?a?= ".repeat(40_000))),
                hostile(
                        "known charsets",
                        from(
                                each(
                                        4000,
                                        i ->
                                                "=?"
                                                        + CHARSETS.get(i % CHARSETS.size())
                                                        + "?B?gUD+/oFA?= "))),
                hostile("long charset", from("=?" + "x".repeat(400_000) + "?Q?a?=")),
                hostile("language tags", from(each(4000, i -> "=?utf-8*x-" + i + "?Q?a?= "))),
                hostile("parentheses", from("(".repeat(480_000))),
                hostile("parentheses in each", fields("Resent-Sender", 49, "(".repeat(9_900))),
                hostile(
                        "closed parentheses",
                        fields("Resent-Sender", 49, "(".repeat(4_900) + ")".repeat(4_900))),
                hostile(
                        "nested comments",
                        fields("Resent-From", 49, "(a\\)(b)".repeat(1_300) + ")".repeat(700))),
                hostile("comments in addresses", fields("From", 1, "a(b)@(c)d.e".repeat(890))),
                hostile("ats", from("a@".repeat(240_000))),
                hostile("ats in each", fields("Resent-From", 49, "a@".repeat(4_900))),
                hostile("ats alone", fields("Resent-From", 49, "@".repeat(9_900))),
                hostile("spaced ats", fields("Resent-From", 49, "a @ b . c ".repeat(990))),
                hostile(
                        "quoted local parts",
                        fields("Resent-From", 49, "\"a\\\"b\"@c.d,".repeat(820))),
                hostile(
                        "quotes before ats",
                        fields("Resent-From", 49, "'\"".repeat(130) + "@" + "a\"".repeat(4_000))),
                hostile(
                        "quoted pairs",
                        fields("Resent-From", 49, "\"" + "\\\"".repeat(4_900) + "\"")),
                hostile("open quotes", fields("Resent-From", 49, "\"".repeat(9_901))),
                hostile("backslashes", fields("Resent-From", 49, "\\".repeat(9_900))),
                hostile(
                        "expanding arabic",
                        fields("Resent-From", 49, "\u00EF\u00B7\u00BA".repeat(3_300))),
                hostile(
                        "expanding addresses",
                        fields("Resent-From", 49, "\u00EF\u00B7\u00BA@a.b(".repeat(1_200))),
                hostile(
                        "expanding words",
                        fields("Resent-From", 49, "=?utf-8?B?" + "77e6".repeat(2_400) + "?=")),
                hostile(
                        "combining marks",
                        fields("Resent-From", 49, "a" + "\u00CC\u00A1\u00CC\u0080".repeat(2_400))),
                hostile(
                        "full width ats",
                        fields("Resent-From", 49, "a\u00EF\u00BC\u00A0".repeat(2_400))),
                hostile(
                        "right to left",
                        fields(
                                "Resent-From",
                                49,
                                "\u00E2\u0080\u00AEa@\u00E2\u0080\u00AC".repeat(1_200))),
                hostile("group", from("team: " + "a@b.c, ".repeat(60_000) + ";")),
                hostile("groups", fields("Resent-From", 49, "a:;".repeat(3_300))),
                hostile("groups of groups", fields("Resent-From", 49, "a:".repeat(4_900))),
                hostile("many addresses", fields("Resent-From", 49, "a@b.c, ".repeat(1_400))),
                hostile("commas", fields("Resent-From", 49, ",".repeat(9_900))),
                hostile("angles", fields("Resent-From", 49, "<".repeat(9_900))),
                hostile("routes", fields("Resent-From", 49, "<@a,@b:".repeat(1_400))),
                hostile("many from", "From: alice@example.com\r\n".repeat(9_000)),
                hostile(
                        "many from with words",
                        "From: =?x-a?Q?a?= <alice@example.com>\r\n".repeat(9_000)),
                hostile("many senders", fields("Sender", 9_000, "=?x-b?Q?a?= <alice@example.com>")),
                hostile("many resent", fields("Resent-From", 9_000, "alice@example.com")),
                hostile("many headers", from("alice@example.com") + "X:y\r\n".repeat(190_000)),
                hostile(
                        "many lines without a colon",
                        from("alice@example.com") + "x\r\n".repeat(300_000)),
                hostile(
                        "one line without a colon",
                        from("alice@example.com") + "x".repeat(1_000_000) + "\r\n"),
                hostile(
                        "blanks in a name",
                        from("alice@example.com") + "From" + " ".repeat(1_000_000) + ":\r\n"),
                hostile("folded", from("Alice <alice@example.com>" + "\r\n x".repeat(240_000))),
                hostile("folded blanks", from("\r\n ".repeat(240_000) + "alice@example.com")),
                hostile(
                        "blanks",
                        fields("Resent-From", 49, " ".repeat(9_800) + "@" + " ".repeat(90))),
                hostile(
                        "blanks between ats",
                        fields("Resent-From", 49, (" ".repeat(380) + "@").repeat(25))),
                hostile("fragments of words", fields("Resent-From", 49, "=?".repeat(4_900))),
                hostile("beginnings of words", fields("Resent-From", 49, "=?a?Q?".repeat(1_650))),
                hostile(
                        "words in words",
                        fields("Resent-From", 49, "=?a?Q?".repeat(1_600) + "?=".repeat(100))),
                hostile("ends of words", fields("Resent-From", 49, "?=".repeat(4_900))),
                hostile(
                        "huge base64",
                        from("=?utf-8?B?" + "YUBi".repeat(120_000) + "?= <alice@example.com>")),
                hostile(
                        "base64 with padding",
                        fields("Resent-From", 49, "=?utf-8?B?" + "YQ==".repeat(2_400) + "?=")),
                hostile(
                        "quoted printable",
                        fields("Resent-From", 49, "=?utf-8?Q?" + "=40=2E".repeat(1_600) + "?=")),
                hostile(
                        "broken quoted printable",
                        fields("Resent-From", 49, "=?utf-8?Q?" + "=".repeat(9_800) + "?=")),
                hostile(
                        "sevens",
                        fields("Resent-From", 49, "=?utf-7?Q?" + "+AEA-".repeat(1_950) + "?=")),
                hostile(
                        "long domains",
                        fields("Resent-From", 49, "a@" + "\u00C3\u00A9.".repeat(3_200))),
                hostile("dots", fields("Resent-From", 49, "a@" + ".".repeat(9_800))),
                hostile(
                        "addresses in a name",
                        from("\"" + "alice@example.com ".repeat(540) + "\" <alice@example.com>")),
                hostile(
                        "authentication results",
                        from("alice@example.com")
                                + "Authentication-Results: "
                                + "\\\"(;".repeat(200_000)
                                + "\r\n"),
                hostile(
                        "mixed",
                        from("(\"a@\\\"=?x-y?Q?=40?=(\u00EF\u00B7\u00BA@b.c ".repeat(280))
                                + fields("Sender", 20, "a:\"(@b.c=?utf-8?B?YUA?=,".repeat(380))
                                + fields(
                                        "Resent-From",
                                        28,
                                        "<\"\\@(a)@b.c>\u00EF\u00B7\u00BA".repeat(500))));
    }

    private static Map.Entry<String, String> hostile(String name, String headers) {
        return Map.entry(name, folded(headers).replaceFirst("\r\n$", ""));
    }

    /** Folds what is longer than the lines that James takes. */
    private static String folded(String headers) {
        return AS_LONG_AS_MAY_BE
                .matcher(headers)
                .replaceAll(
                        part ->
                                part.end() == headers.length()
                                                || "\r\n".indexOf(headers.charAt(part.end())) >= 0
                                        ? "$0"
                                        : "$0\r\n ");
    }

    /** Shortens each address header, and leaves as many as are read together. */
    private static String cut(String headers) {
        StringBuilder cut = new StringBuilder();
        int left = 10_000;
        for (String field : headers.split("\r\n(?![ \t])")) {
            String name = field.substring(0, field.indexOf(':') + 1);
            if (!name.matches("(From|Sender|Resent-From|Resent-Sender):")) {
                cut.append("\r\n").append(field);
            } else if (left >= 30) {
                String kept =
                        field.substring(0, Math.min(field.length(), Math.min(3_990, left - 2)));
                cut.append("\r\n").append(kept.replaceFirst("[\r\n]+$", ""));
                left -= kept.length() + 2;
            }
        }
        return cut.substring(2);
    }

    private static String from(String value) {
        return "From: " + value + "\r\n";
    }

    /** Returns that many fields with the same value, beside a From of alice's. */
    private static String fields(String name, int number, String value) {
        return from("alice@example.com") + (name + ": " + value + "\r\n").repeat(number);
    }

    private static String each(int number, IntFunction<String> text) {
        return IntStream.range(0, number).mapToObj(text).collect(Collectors.joining());
    }
}
