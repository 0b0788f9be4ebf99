/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A language in which there are built-in texts. */
public enum NoticeLanguage {
    ENGLISH("en", "EEEE, d MMMM uuuu, HH:mm"),
    GERMAN("de", "EEEE, d. MMMM uuuu, HH:mm");

    private final String tag;
    private final DateTimeFormatter toTheMinute;
    private final DateTimeFormatter toTheSecond;

    NoticeLanguage(String tag, String pattern) {
        Locale locale = Locale.forLanguageTag(tag);
        this.tag = tag;
        this.toTheMinute = DateTimeFormatter.ofPattern(pattern + " '('VV, xxx')'", locale);
        this.toTheSecond = DateTimeFormatter.ofPattern(pattern + ":ss '('VV, xxx')'", locale);
    }

    /** Returns the language of that tag, e.g. {@code de}; empty if there are no texts in it. */
    public static Optional<NoticeLanguage> parse(String tag) {
        return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    /** Returns all tags, as an error message lists them. */
    public static String tags() {
        return Arrays.stream(values()).map(NoticeLanguage::tag).collect(Collectors.joining(" or "));
    }

    String tag() {
        return tag;
    }

    /** Returns e.g. {@code Friday, 4 September 2026, 18:00 (Europe/Berlin, +02:00)}. */
    String format(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return (there.getSecond() == 0 ? toTheMinute : toTheSecond).format(there);
    }
}
