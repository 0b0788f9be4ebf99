/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;

/** How people see a mailbox named, e.g. in From: {@code Technical Support}. */
@AutoValue
public abstract class DisplayName {
    private static final int LONGEST = 200;

    DisplayName() {}

    /**
     * @throws IllegalArgumentException if it is blank, longer than {@value #LONGEST} characters, or
     *     contains a control character (it goes into mail headers) or an {@code @} (it could pass
     *     for another address)
     */
    public static DisplayName of(String name) {
        String trimmed = name.trim();
        checkArgument(!trimmed.isEmpty(), "'displayName' is empty");
        PlainText.oneLine("displayName", trimmed, LONGEST);
        checkArgument(trimmed.indexOf('@') < 0, "'displayName' contains an '@'");
        return new AutoValue_DisplayName(trimmed);
    }

    /** For a mailbox that nobody named: {@code support} for {@code support@example.com}. */
    static DisplayName ofLocalPart(Username address) {
        String localPart = address.getLocalPart();
        return of(localPart.substring(0, Math.min(localPart.length(), LONGEST)));
    }

    public abstract String asString();

    @Override
    public final String toString() {
        return asString();
    }
}
