/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.google.auto.value.AutoValue;
import java.time.Instant;

/**
 * The place of an entry in the audit log: by time, and among entries of the same time by number. It
 * stays where it is, whatever is written or removed meanwhile.
 */
@AutoValue
public abstract class AuditCursor {
    AuditCursor() {}

    public static AuditCursor of(Instant at, long number) {
        return new AutoValue_AuditCursor(at, number);
    }

    public abstract Instant at();

    public abstract long number();
}
