/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sharedmailbox.sending.SendMode;

/** Which header fields leave. What is not named here leaves as it came, where it was. */
final class OutgoingHeaders {
    /** Nothing writes these yet; the prefix is ours, so that nobody can pretend we did. */
    private static final String OURS = "x-shared-mailbox-";

    private static final Pattern WORD_END = Pattern.compile("[\\s;\"()]+");

    private final SendOrder order;

    OutgoingHeaders(SendOrder order) {
        this.order = order;
    }

    List<HeaderField> of(List<HeaderField> fields) {
        ImmutableList.Builder<HeaderField> outgoing = ImmutableList.builder();
        if (order.way() == SendMode.SEND_AS) {
            outgoing.add(HeaderField.of("Received", order.received()));
        }
        for (HeaderField field : fields) {
            if (field.isNamed("From") && order.way().isDelegated()) {
                outgoing.add(order.from().map(v -> HeaderField.of("From", v)).orElse(field));
                if (order.way() == SendMode.SEND_ON_BEHALF) {
                    outgoing.add(HeaderField.of("Sender", order.delegate().asString()));
                }
            } else if (!isRemoved(field)) {
                outgoing.add(field);
            }
        }
        return outgoing.build();
    }

    private boolean isRemoved(HeaderField field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        switch (name) {
            case "return-path":
                return true;
            case "authentication-results":
                return namesServer(field.value());
            case "sender":
                return order.discardsSender();
            case "received":
                // It names the client's host and address, and perhaps who logged in.
                return order.way() == SendMode.SEND_AS;
            default:
                return name.startsWith(OURS);
        }
    }

    /**
     * Whether the results pretend to be this server's (RFC 8601, section 5). Its name anywhere is
     * enough: where it stands among comments is a matter of who reads it.
     */
    private boolean namesServer(String results) {
        String unquoted = results.replace("\\", "");
        return WORD_END.splitAsStream(unquoted).anyMatch(order.server()::equalsIgnoreCase);
    }
}
