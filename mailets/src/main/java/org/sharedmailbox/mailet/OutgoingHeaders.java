/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sharedmailbox.header.HeaderField;
import org.sharedmailbox.send.SendInstruction;
import org.sharedmailbox.sending.SendMode;

/**
 * Decides with which header fields a mail leaves. Those not named here leave as they came, where
 * they were.
 */
final class OutgoingHeaders {
    /** Nothing writes these yet; the prefix is reserved, so that nobody can forge them. */
    private static final String OURS = "x-shared-mailbox-";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private static final Pattern WORD_END = Pattern.compile("[\\s;\"()]+");

    private final SendInstruction instruction;

    OutgoingHeaders(SendInstruction instruction) {
        this.instruction = instruction;
    }

    /** Returns what becomes of the fields that arrived. */
    List<HeaderField> of(List<HeaderField> fields) {
        ImmutableList.Builder<HeaderField> outgoing = ImmutableList.builder();
        if (instruction.mode() == SendMode.SEND_AS) {
            outgoing.add(HeaderField.of("Received", instruction.received()));
        }
        for (HeaderField field : fields) {
            if (field.isNamed("From") && instruction.mode().isDelegated()) {
                outgoing.add(instruction.from().map(v -> HeaderField.of("From", v)).orElse(field));
                if (instruction.mode() == SendMode.SEND_ON_BEHALF) {
                    outgoing.add(HeaderField.of("Sender", instruction.delegate().asString()));
                }
            } else if (!isRemoved(field)) {
                outgoing.add(field);
            }
        }
        if (instruction.mode().isDelegated()) {
            missing("Message-ID", instruction.messageId(), fields).ifPresent(outgoing::add);
            missing("Date", date(), fields).ifPresent(outgoing::add);
        }
        return outgoing.build();
    }

    /**
     * Returns a field that the client left out: if James added it later, the copy in Sent would be
     * without it, and mail programs would show two mails.
     */
    private static Optional<HeaderField> missing(
            String name, Optional<String> value, List<HeaderField> fields) {
        return fields.stream().anyMatch(field -> field.isNamed(name))
                ? Optional.empty()
                : value.map(written -> HeaderField.of(name, written));
    }

    /** Returns when the mail was accepted (RFC 5322 §3.3); empty for one of an earlier version. */
    private Optional<String> date() {
        return Optional.of(instruction.acceptedAt())
                .filter(at -> !at.equals(Instant.EPOCH))
                .map(at -> DATE.format(at.atOffset(ZoneOffset.UTC)));
    }

    private boolean isRemoved(HeaderField field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        switch (name) {
            case "return-path":
                return true;
            case "authentication-results":
                return namesServer(field.value());
            case "sender":
                return instruction.discardsSender();
            case "received":
                // It names the client's host and address, and perhaps the login.
                return instruction.mode() == SendMode.SEND_AS;
            default:
                return name.startsWith(OURS);
        }
    }

    /**
     * Decides whether the results claim to be this server's (RFC 8601 §5). Its name anywhere is
     * enough: programs differ about what is a comment.
     */
    private boolean namesServer(String results) {
        String unquoted = results.replace("\\", "");
        return WORD_END.splitAsStream(unquoted).anyMatch(instruction.server()::equalsIgnoreCase);
    }
}
