/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.header;

import com.google.common.collect.ImmutableList;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;

/**
 * The header fields of a mail as octets, separate from its body, which is never looked at.
 * javax.mail could read them but not change them: saving a changed message rewrites fields that
 * nobody asked it to touch.
 */
public final class HeaderSection implements AutoCloseable {
    /** Far more than any real mail has; limits the memory that a client can make us use. */
    private static final int MAX_LENGTH = 1 << 20;

    private final ImmutableList<HeaderField> fields;
    private final boolean wellFormed;
    private final byte[] separator;
    private final InputStream body;

    private HeaderSection(
            List<HeaderField> fields, boolean wellFormed, byte[] separator, InputStream body) {
        this.fields = ImmutableList.copyOf(fields);
        this.wellFormed = wellFormed;
        this.separator = separator;
        this.body = body;
    }

    /** Reads the headers of a mail, and nothing after them. */
    public static HeaderSection of(Mail mail) throws MessagingException, IOException {
        return of(new MimeMessageInputStream(mail.getMessage()));
    }

    private static HeaderSection of(InputStream message) throws IOException {
        InputStream in = new BufferedInputStream(message);
        List<HeaderField> fields = new ArrayList<>();
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        boolean wellFormed = true;
        byte[] separator = new byte[0];
        for (int left = MAX_LENGTH; ; ) {
            byte[] line = line(in, left);
            left -= line.length;
            boolean end = line.length == 0 || isBlankLine(line);
            if (field.size() > 0 && (end || !isContinuation(line))) {
                fields.add(new HeaderField(field.toByteArray()));
                field.reset();
            }
            if (end) {
                // James loses the blank line of a mail that begins with one, and takes the body for
                // headers.
                wellFormed &= left > 0 && !fields.isEmpty();
                separator = line;
                break;
            }
            wellFormed &= isWellFormed(line);
            field.write(line, 0, line.length);
        }
        return new HeaderSection(fields, wellFormed, separator, in);
    }

    /** Reads up to and including a line feed; stops early at the end or the maximum length. */
    private static byte[] line(InputStream in, int max) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < max) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            line.write(octet);
            if (octet == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static boolean isBlankLine(byte[] line) {
        return line.length == 1 && line[0] == '\n'
                || line.length == 2 && line[0] == '\r' && line[1] == '\n';
    }

    private static boolean isContinuation(byte[] line) {
        return line[0] == ' ' || line[0] == '\t';
    }

    private static boolean isWellFormed(byte[] line) {
        int text = line.length - 2;
        if (text < 0 || line[text] != '\r' || line[text + 1] != '\n') {
            return false;
        }
        for (int i = 0; i < text; i++) {
            if (line[i] == '\r' || line[i] == 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the fields in the order in which they arrived. */
    public List<HeaderField> fields() {
        return fields;
    }

    /**
     * Decides whether all software sees the same fields here: there is at least one, each line ends
     * with CR LF, and neither of these nor NUL occurs anywhere else. Also false for a section that
     * is longer than what we read.
     */
    public boolean isWellFormed() {
        return wellFormed;
    }

    /** Returns the message with these fields in place of its own; can be read once. */
    public InputStream with(Iterable<HeaderField> changed) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (HeaderField field : changed) {
            head.write(field.octets());
        }
        head.write(separator);
        return new SequenceInputStream(new ByteArrayInputStream(head.toByteArray()), body);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
