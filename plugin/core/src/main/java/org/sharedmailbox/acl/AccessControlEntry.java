/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.ImapRights;

/** Who holds which rights (RFC 4314 §2). */
@AutoValue
public abstract class AccessControlEntry {
    AccessControlEntry() {}

    public static AccessControlEntry of(Username identifier, ImapRights rights) {
        return new AutoValue_AccessControlEntry(identifier, rights);
    }

    public abstract Username identifier();

    public abstract ImapRights rights();
}
