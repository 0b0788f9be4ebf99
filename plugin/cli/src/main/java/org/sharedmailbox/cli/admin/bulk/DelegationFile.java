/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sharedmailbox.cli.http.CommandFailedException;

/** A file of delegations, as one request takes it, or as several do. Immutable. */
final class DelegationFile {
    /** What James takes in one request, and so in one transaction. */
    private static final int MAX_LINES = 20_000;

    private static final long MAX_OCTETS = 16L << 20;

    private final Path file;
    private final boolean json;
    private final List<CsvPart> parts;

    private DelegationFile(Path file, boolean json, List<CsvPart> parts) {
        this.file = file;
        this.json = json;
        this.parts = parts;
    }

    /**
     * @throws CommandFailedException if there is none, or nothing in it
     */
    static DelegationFile at(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw CommandFailedException.misused("There is no file " + file);
        }
        int begin = begins(file);
        if (begin < 0) {
            throw CommandFailedException.misused(file + " is empty");
        }
        boolean json = begin == '[';
        return new DelegationFile(
                file, json, json ? List.of() : CsvScan.of(file).partsBeyond(MAX_LINES, MAX_OCTETS));
    }

    /** The first character that is neither blank nor a byte order mark. */
    private static int begins(Path file) throws IOException {
        try (InputStream octets = new BufferedInputStream(Files.newInputStream(file))) {
            int octet = octets.read();
            while (octet >= 0 && (octet <= ' ' || octet > 0x7F)) {
                octet = octets.read();
            }
            return octet;
        }
    }

    String type() {
        return json ? "application/json" : "text/csv";
    }

    /** Whether more is in it than James grants all or none of. */
    boolean isInParts() {
        return parts.size() > 1;
    }

    /** Returns how many requests it takes. */
    int requests() {
        return isInParts() ? parts.size() : 1;
    }

    /** Returns the body of one of them. */
    BodyPublisher body(int request) throws IOException {
        return isInParts() ? parts.get(request).body() : BodyPublishers.ofFile(file);
    }

    /** Returns how long all of that is. */
    long octets() throws IOException {
        return isInParts() ? parts.stream().mapToLong(CsvPart::octets).sum() : Files.size(file);
    }

    /** Returns where one of many begins, for messages. */
    String begin(int request) {
        return parts.get(request).toString();
    }
}
