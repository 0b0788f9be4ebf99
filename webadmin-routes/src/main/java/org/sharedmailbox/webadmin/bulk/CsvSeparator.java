/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.http.RequestBody;

/**
 * Finds out what separates the cells of a CSV: a comma, or the semicolon that spreadsheets write
 * where the comma is in numbers. The first line says it, which names columns, or is a line {@code
 * sep=;} that spreadsheets make and understand.
 */
final class CsvSeparator {
    /** All columns in quotes, and many empty ones, take less. */
    private static final int FIRST_LINE = 4096;

    private static final Pattern DECLARED = Pattern.compile("(?i)\uFEFF?\"?sep=(.)\"?[,;]*");

    private CsvSeparator() {}

    /**
     * Returns the separator.
     *
     * @throws RequestRefusedException ({@code INVALID}) if it is another one
     */
    static char of(ByteSource csv) {
        String line = firstLine(csv);
        Matcher declared = DECLARED.matcher(line);
        char separator = declared.matches() ? declared.group(1).charAt(0) : between(line);
        if (separator != ',' && separator != ';') {
            throw RequestRefusedException.invalid(
                    RequestBody.FIELD,
                    "The cells of the CSV are separated by something else than commas or"
                            + " semicolons; save the file as \"CSV UTF-8\"");
        }
        return separator;
    }

    private static String firstLine(ByteSource csv) {
        try {
            String start = csv.slice(0, FIRST_LINE).asCharSource(StandardCharsets.UTF_8).read();
            return start.split("[\r\n]", 2)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the first separator outside quotes; a comma if there is none at all. */
    private static char between(String header) {
        boolean quoted = false;
        for (char c : header.toCharArray()) {
            quoted ^= c == '"';
            if (!quoted && (c == ',' || c == ';' || c == '\t')) {
                return c;
            }
        }
        return ',';
    }
}
