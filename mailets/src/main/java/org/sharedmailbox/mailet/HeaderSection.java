/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

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
 * The header fields of a mail as octets, apart from its body, which is not looked at. javax.mail
 * would do to read them, but not to change them: saving a changed message rewrites fields that
 * nobody asked to change.
 */
public final class HeaderSection implements AutoCloseable {
    /** Far beyond what any mail has; bounds the memory that a client can make us use. */
    private static final int LONGEST = 1 << 20;

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

    /** Reads no further than to the end of the headers. */
    public static HeaderSection of(Mail mail) throws MessagingException, IOException {
        return of(new MimeMessageInputStream(mail.getMessage()));
    }

    static HeaderSection of(InputStream message) throws IOException {
        InputStream in = new BufferedInputStream(message);
        List<HeaderField> fields = new ArrayList<>();
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        boolean wellFormed = true;
        byte[] separator = new byte[0];
        for (int left = LONGEST; ; ) {
            byte[] line = line(in, left);
            left -= line.length;
            boolean end = line.length == 0 || isBlankLine(line);
            if (field.size() > 0 && (end || !isContinuation(line))) {
                fields.add(new HeaderField(field.toByteArray()));
                field.reset();
            }
            if (end) {
                // James loses the blank line of a mail that begins with it: its body becomes
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

    /** Up to and including a line feed; ends early where the message or our patience does. */
    private static byte[] line(InputStream in, int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < most) {
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

    public List<HeaderField> fields() {
        return fields;
    }

    /**
     * Whether there are fields, each line ends with CR LF, and neither of these nor NUL stands
     * elsewhere, so that all software sees the same fields; false too for a section that is longer
     * than we read.
     */
    public boolean isWellFormed() {
        return wellFormed;
    }

    /**
     * The message with these fields for its own, and the rest of it untouched. Can be read once.
     */
    InputStream with(Iterable<HeaderField> changed) throws IOException {
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
