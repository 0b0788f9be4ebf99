/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * The limits that a mailbox has of its own; where one is absent, that of the domain or of the
 * server applies.
 */
@AutoValue
public abstract class MailboxQuota {
    MailboxQuota() {}

    /**
     * @param count the largest number of messages
     * @param size the largest size, in octets
     * @throws IllegalArgumentException if one is negative
     */
    public static MailboxQuota of(Optional<Long> count, Optional<Long> size) {
        count.ifPresent(
                n -> checkArgument(n >= 0, "'quota.count' is %s; it cannot be negative", n));
        size.ifPresent(n -> checkArgument(n >= 0, "'quota.size' is %s; it cannot be negative", n));
        return new AutoValue_MailboxQuota(count, size);
    }

    public abstract Optional<Long> count();

    public abstract Optional<Long> size();

    public boolean isEmpty() {
        return count().isEmpty() && size().isEmpty();
    }
}
