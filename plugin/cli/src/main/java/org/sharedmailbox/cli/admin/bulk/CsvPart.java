/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Some records of a CSV as a CSV of its own: the headings, empty lines in place of those before, so
 * that line numbers are those of the file, and the records. Immutable.
 */
final class CsvPart {
    private final Path file;
    private final long headings;
    private final long begin;
    private final long end;
    private final long skipped;
    private final long line;

    /**
     * @param headings how many octets the headings have
     * @param begin the first octet
     * @param end the octet behind the last
     * @param skipped how many lines lie between the headings and the first octet
     * @param line the number of the first line
     */
    CsvPart(Path file, long headings, long begin, long end, long skipped, long line) {
        this.file = file;
        this.headings = headings;
        this.begin = begin;
        this.end = end;
        this.skipped = skipped;
        this.line = line;
    }

    long octets() {
        return headings + skipped + end - begin;
    }

    BodyPublisher body() throws IOException {
        byte[] octets = new byte[Math.toIntExact(octets())];
        Arrays.fill(octets, (byte) '\n');
        try (RandomAccessFile from = new RandomAccessFile(file.toFile(), "r")) {
            from.readFully(octets, 0, (int) headings);
            from.seek(begin);
            from.readFully(octets, (int) (headings + skipped), (int) (end - begin));
        } catch (EOFException e) {
            throw new IOException(file + " has become shorter: is it written to?", e);
        }
        return BodyPublishers.ofByteArray(octets);
    }

    @Override
    public String toString() {
        return "line " + line;
    }
}
