/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads from a CSV who is to have something on which mailbox, as James reads it. What is wrong with
 * the file is left to James to tell.
 */
final class PairReader {
    private static final int FIRST_LINE = 4096;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final Pattern DECLARED = Pattern.compile("(?i)\"?sep=([,;])\"?[,;]*");
    private static final Pattern BETWEEN_HEADINGS =
            Pattern.compile("(?:[^,;\"]++|\"[^\"]*+\")*+;.*");

    /** An apostrophe keeps spreadsheets from taking a cell for a formula; it is no part of it. */
    private static final Pattern GUARD = Pattern.compile("^( *)'('*[=+\\-@])");

    private PairReader() {}

    /** Shows all pairs to a visitor, in their order, as far as the file can be read. */
    static void read(Path file, Visitor visitor) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file)) {
            skipMark(text);
            Iterator<CsvRecord> records =
                    CsvReader.builder()
                            .acceptCharsAfterQuotes(false)
                            .fieldSeparator(separator(text))
                            .ofCsvRecord(text)
                            .iterator();
            read(records, visitor);
        } catch (CsvParseException | CharacterCodingException e) {
            // James tells on which line, and no part of the file is granted before.
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
        }
    }

    private static void read(Iterator<CsvRecord> records, Visitor visitor) {
        List<String> headings = headings(records);
        int owner = headings.indexOf("owner");
        int delegate = headings.indexOf("delegate");
        if (owner < 0 || delegate < 0) {
            return;
        }
        while (records.hasNext()) {
            CsvRecord record = records.next();
            if (record.getFieldCount() > Math.max(owner, delegate)) {
                visit(
                        visitor,
                        record.getStartingLineNumber(),
                        address(record.getField(owner)),
                        address(record.getField(delegate)));
            }
        }
    }

    /** Spreadsheets leave lines without anything in them. */
    private static void visit(Visitor visitor, long line, String owner, String delegate) {
        if (!owner.isEmpty() && !delegate.isEmpty()) {
            visitor.visit(line, owner, delegate);
        }
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static char separator(BufferedReader text) throws IOException {
        char[] start = new char[FIRST_LINE];
        text.mark(FIRST_LINE);
        int length = text.read(start);
        text.reset();
        String line = new String(start, 0, Math.max(0, length)).split("[\r\n]", 2)[0];
        Matcher declared = DECLARED.matcher(line);
        if (declared.matches()) {
            return declared.group(1).charAt(0);
        }
        return BETWEEN_HEADINGS.matcher(line).matches() ? ';' : ',';
    }

    private static List<String> headings(Iterator<CsvRecord> records) {
        List<String> first = names(records);
        return !first.isEmpty() && first.get(0).matches("sep=[,;]?") ? names(records) : first;
    }

    private static List<String> names(Iterator<CsvRecord> records) {
        return records.hasNext()
                ? records.next().getFields().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toList())
                : List.of();
    }

    private static String address(String cell) {
        return GUARD.matcher(cell).replaceFirst("$1$2").trim().toLowerCase(Locale.ROOT);
    }

    /** Is shown pairs, in lower case; they need not be addresses. */
    interface Visitor {
        void visit(long line, String owner, String delegate);
    }
}
