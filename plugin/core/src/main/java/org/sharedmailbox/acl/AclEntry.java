/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;
import org.sharedmailbox.model.ImapRights;

/** An entry of an access control list: who holds which rights (RFC 4314 §2). */
@AutoValue
public abstract class AclEntry {
    AclEntry() {}

    public static AclEntry of(Username identifier, ImapRights rights) {
        return new AutoValue_AclEntry(identifier, rights);
    }

    public abstract Username identifier();

    public abstract ImapRights rights();
}
