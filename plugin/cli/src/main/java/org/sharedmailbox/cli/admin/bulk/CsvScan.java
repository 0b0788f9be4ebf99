/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the records of a CSV begin, found without keeping the file: a line break within quotes ends
 * none. What is wrong with a record is left to James. Not thread-safe.
 */
final class CsvScan {
    private static final int RECORDS = 5_000;
    private static final long OCTETS = 4L << 20;
    private static final int FIRST_LINES = 4096;
    private static final int BYTE_ORDER_MARK = 3;

    /** What spreadsheets put in front of the headings, and empty lines. */
    private static final Pattern BEFORE_HEADINGS = Pattern.compile("(?i)(\"?sep=.?\"?[,;]*)?\r?");

    private final Path file;
    private final int headings;
    private final List<Mark> marks = new ArrayList<>();
    private long offset;
    private long line = 1;
    private long records;

    private CsvScan(Path file, int headings) {
        this.file = file;
        this.headings = headings;
    }

    static CsvScan of(Path file) throws IOException {
        CsvScan scan = new CsvScan(file, headings(file));
        try (InputStream octets = new BufferedInputStream(Files.newInputStream(file))) {
            scan.read(octets);
        }
        return scan;
    }

    /** Returns how many records the headings are, with what stands before them. */
    private static int headings(Path file) throws IOException {
        try (InputStream octets = Files.newInputStream(file)) {
            String start = new String(octets.readNBytes(FIRST_LINES), StandardCharsets.UTF_8);
            return 1
                    + (int)
                            Arrays.stream(start.replace("\uFEFF", "").split("\n", -1))
                                    .takeWhile(line -> BEFORE_HEADINGS.matcher(line).matches())
                                    .count();
        }
    }

    private void read(InputStream octets) throws IOException {
        boolean quoted = false;
        boolean begun = false;
        boolean cellBegins = true;
        for (int octet = octets.read(); octet >= 0; octet = octets.read()) {
            offset++;
            // One that stands within a cell is a character like others.
            boolean turns = octet == '"' && (quoted || cellBegins);
            quoted ^= turns;
            cellBegins = !quoted && (turns || ",;\r\n".indexOf(octet) >= 0 || isMark(octet));
            if (octet == '\n') {
                line++;
                if (!quoted) {
                    records++;
                    markIfDue();
                }
            }
            begun = octet != '\n';
        }
        if (begun) {
            records++;
        }
        if (marks.isEmpty() || offset > last().offset) {
            marks.add(new Mark(offset, line, records));
        }
    }

    private boolean isMark(int octet) {
        return offset <= BYTE_ORDER_MARK && octet > 0x7F;
    }

    private void markIfDue() {
        boolean due =
                marks.isEmpty()
                        ? records == headings
                        : records - last().record == RECORDS || offset - last().offset > OCTETS;
        if (due) {
            marks.add(new Mark(offset, line, records));
        }
    }

    private Mark last() {
        return marks.get(marks.size() - 1);
    }

    /** Returns the parts; none if all below its headings stays within these limits. */
    List<CsvPart> partsBeyond(long maxLines, long maxOctets) {
        List<CsvPart> parts = new ArrayList<>();
        if (records - headings > maxLines || offset > maxOctets) {
            for (int i = 1; i < marks.size(); i++) {
                Mark begin = marks.get(i - 1);
                Mark end = marks.get(i);
                parts.add(
                        new CsvPart(
                                file,
                                marks.get(0).offset,
                                begin.offset,
                                end.offset,
                                begin.line - marks.get(0).line,
                                begin.line));
            }
        }
        return parts;
    }

    /** Where a record begins. */
    private static final class Mark {
        private final long offset;
        private final long line;
        private final long record;

        Mark(long offset, long line, long record) {
            this.offset = offset;
            this.line = line;
            this.record = record;
        }
    }
}
