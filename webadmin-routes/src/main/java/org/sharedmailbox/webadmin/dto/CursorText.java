/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Longs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sharedmailbox.audit.AuditCursor;
import org.sharedmailbox.audit.AuditQuery;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.http.Quoted;

/**
 * Places in the audit log as text for a URL that clients need not understand. A checksum, also over
 * the conditions, tells those that were cut off or belong to another question.
 */
final class CursorText {
    private static final BaseEncoding ENCODING = BaseEncoding.base64Url().omitPadding();
    private static final int LENGTH = 3 * Longs.BYTES;

    private final String conditions;

    private CursorText(String conditions) {
        this.conditions = conditions;
    }

    /** Returns those that belong to the query's conditions. */
    static CursorText of(AuditQuery query) {
        return new CursorText(
                String.join(
                        "\n",
                        query.mailbox().toString(),
                        query.actors().toString(),
                        query.actions().toString(),
                        query.since().toString(),
                        query.until().toString()));
    }

    String write(AuditCursor place) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, place.at());
        return ENCODING.encode(
                ByteBuffer.allocate(LENGTH)
                        .putLong(micros)
                        .putLong(place.number())
                        .putLong(checksum(micros, place.number()))
                        .array());
    }

    AuditCursor parse(String name, String text) {
        if (ENCODING.canDecode(text)) {
            byte[] octets = ENCODING.decode(text);
            if (octets.length == LENGTH) {
                ByteBuffer read = ByteBuffer.wrap(octets);
                long micros = read.getLong();
                long number = read.getLong();
                if (read.getLong() == checksum(micros, number)) {
                    return AuditCursor.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), number);
                }
            }
        }
        throw RequestRefusedException.invalid(
                name,
                String.format(
                        "'%s' is %s, which is not the nextCursor of a request with the same"
                                + " mailbox, actor, action, since and until; send it as it was"
                                + " given, or leave it out to begin with the newest entry",
                        name, Quoted.of(text)));
    }

    private long checksum(long micros, long number) {
        return Hashing.sha256()
                .newHasher()
                .putLong(micros)
                .putLong(number)
                .putString(conditions, StandardCharsets.UTF_8)
                .hash()
                .asLong();
    }
}
