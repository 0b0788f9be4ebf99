/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import org.apache.james.core.Username;
import org.sharedmailbox.model.PlainText;

/** The name by which people see a mailbox, e.g. in From: {@code Technical Support}. */
@AutoValue
public abstract class DisplayName {
    private static final int MAX_LENGTH = 200;
    private static final String ENCODED_WORD = "=?";

    DisplayName() {}

    /**
     * @throws IllegalArgumentException if it is blank, longer than {@value #MAX_LENGTH} characters,
     *     or contains a control character (the name goes into mail headers), an {@code @} of any
     *     width (the name could pass for another address), or the beginning of an encoded word (RFC
     *     2047 §2), which some programs decode wherever they find it
     */
    public static DisplayName of(String name) {
        String trimmed = name.trim();
        checkArgument(!trimmed.isEmpty(), "'displayName' is empty");
        PlainText.oneLine("displayName", trimmed, MAX_LENGTH);
        String asRead = Normalizer.normalize(trimmed, Normalizer.Form.NFKC);
        checkArgument(asRead.indexOf('@') < 0, "'displayName' contains an '@'");
        checkArgument(
                !asRead.contains(ENCODED_WORD),
                "'displayName' contains '%s', which begins an encoded word (RFC 2047)",
                ENCODED_WORD);
        return new AutoValue_DisplayName(trimmed);
    }

    /** Returns the default name of a mailbox: {@code support} for {@code support@example.com}. */
    public static DisplayName ofLocalPart(Username address) {
        String localPart = address.getLocalPart();
        if (localPart.contains(ENCODED_WORD)) {
            localPart = CharMatcher.is('?').removeFrom(localPart);
        }
        return of(localPart.substring(0, Math.min(localPart.length(), MAX_LENGTH)));
    }

    public abstract String asString();

    @Override
    public final String toString() {
        return asString();
    }
}
