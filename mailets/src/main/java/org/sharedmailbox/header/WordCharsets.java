/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The charsets of encoded words. They are collected once: Java searches for a name that it does not
 * know each time anew, under a lock that belongs to the whole server.
 */
final class WordCharsets {
    private static final ImmutableMap<String, Charset> BY_NAME = byName();
    private static final Charset WINDOWS_1252 = BY_NAME.getOrDefault("windows-1252", ISO_8859_1);

    /**
     * What every mail program can read, so that none shows the octets instead. The Encoding
     * Standard has these and no others (https://encoding.spec.whatwg.org), but for three of ISO
     * 2022.
     */
    private static final ImmutableSet<Charset> COMMON =
            charsets(
                    "us-ascii utf-8 ibm866 iso-8859-1 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5"
                            + " iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-9 iso-8859-10"
                            + " iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u"
                            + " x-macroman tis-620 windows-874 windows-1250 windows-1251"
                            + " windows-1252 windows-1253 windows-1254 windows-1255 windows-1256"
                            + " windows-1257 windows-1258 x-maccyrillic gb2312 gbk gb18030 big5"
                            + " big5-hkscs euc-jp iso-2022-jp iso-2022-jp-1 iso-2022-jp-2"
                            + " x-windows-iso2022jp shift_jis windows-31j euc-kr windows-949"
                            + " iso-2022-kr iso-2022-cn");

    /** Charsets that are often named where one with more characters is meant. */
    private static final ImmutableMap<String, Charset> MEANT =
            ImmutableMap.<String, Charset>builder()
                    .put("gb2312", of("gb18030"))
                    .put("gbk", of("gb18030"))
                    .put("big5", of("big5-hkscs"))
                    .put("shift_jis", of("windows-31j"))
                    .put("euc-kr", of("windows-949"))
                    .put("tis-620", of("windows-874"))
                    .put("iso-8859-1", of("windows-1252"))
                    .put("us-ascii", of("windows-1252"))
                    .put("iso-2022-jp", of("x-windows-iso2022jp"))
                    .build();

    private static final char REPLACEMENT = '\uFFFD';

    private WordCharsets() {}

    private static ImmutableMap<String, Charset> byName() {
        ImmutableMap.Builder<String, Charset> charsets = ImmutableMap.builder();
        // Not those that James brings: UTF-7's decoder fails on what a client can write.
        Charset.availableCharsets().values().stream()
                .filter(charset -> charset.getClass().getModule().isNamed())
                .forEach(
                        charset ->
                                Stream.concat(Stream.of(charset.name()), charset.aliases().stream())
                                        .map(Ascii::toLowerCase)
                                        .forEach(name -> charsets.put(name, charset)));
        return charsets.buildKeepingLast();
    }

    private static Charset of(String name) {
        return BY_NAME.getOrDefault(name, UTF_8);
    }

    private static ImmutableSet<Charset> charsets(String names) {
        return Arrays.stream(names.split(" "))
                .map(BY_NAME::get)
                .filter(Objects::nonNull)
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Returns what programs may make of these octets, in the charset of that name first. Where some
     * do not know it, or where octets are not valid in it, others show all that is ASCII.
     *
     * @param name in lower case
     */
    static ImmutableList<String> read(String name, byte[] octets) {
        Set<String> texts = new LinkedHashSet<>();
        List<Charset> declared = declared(name);
        declared.forEach(charset -> texts.add(new String(octets, charset)));
        if (!COMMON.containsAll(declared)
                || texts.isEmpty()
                || texts.stream().anyMatch(text -> text.indexOf(REPLACEMENT) >= 0)) {
            texts.add(new String(octets, UTF_8));
            texts.add(new String(octets, WINDOWS_1252));
            texts.add(OverlongUtf8.decode(octets));
        }
        if (name.contains("utf") && name.contains("7")) {
            texts.add(Utf7.decode(new String(octets, ISO_8859_1)));
        }
        return ImmutableList.copyOf(texts);
    }

    private static List<Charset> declared(String name) {
        if (name.startsWith("utf-16") || name.startsWith("utf16")) {
            return ImmutableList.of(UTF_16BE, UTF_16LE);
        }
        Charset known = BY_NAME.get(name.startsWith("iso-2022-jp") ? "iso-2022-jp" : name);
        if (known == null) {
            return ImmutableList.of();
        }
        Charset meant = MEANT.get(Ascii.toLowerCase(known.name()));
        return meant == null ? ImmutableList.of(known) : ImmutableList.of(known, meant);
    }
}
