/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.sharedmailbox.failure.RequestRefusedException;

/** Reads times as the API has them: ISO 8601 with an offset, to the microsecond. */
public final class Times {
    private static final int LAST_YEAR = 9999;

    private Times() {}

    /**
     * Returns the day that the text names.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is no day, or not in the years 1 to
     *     {@value #LAST_YEAR}
     */
    public static LocalDate parseDay(String field, String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // refused below, like a year that no store can keep
        }
        throw RequestRefusedException.invalid(
                field,
                String.format(
                        "'%s' is %s, which is not a day; write it like 2026-08-01",
                        field, Quoted.of(written)));
    }

    /**
     * Returns the instant that the text names.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is not such a time, or not in the
     *     years 1 to {@value #LAST_YEAR}, which every store can keep
     */
    public static Instant parse(String field, String written) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(written);
            if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            // refused below, like a year that no store can keep
        }
        throw RequestRefusedException.invalid(
                field,
                String.format(
                        "'%s' is %s, which is %s; write it like 2026-12-24T18:00:00+01:00",
                        field, Quoted.of(written), fault(written)));
    }

    /** Nothing is guessed: a day ends at another moment in each time zone. */
    private static String fault(String written) {
        if (isWritten(LocalDate::parse, written)) {
            return "a date without a time";
        }
        return isWritten(LocalDateTime::parse, written)
                ? "a time without an offset from UTC"
                : "not an ISO 8601 time with an offset";
    }

    private static boolean isWritten(Function<String, ?> form, String written) {
        try {
            return form.apply(written) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
