/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.transfer;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.UidValidity;

/** The messages that were copied, and which copy is of which. */
@AutoValue
abstract class CopiedMessages {
    CopiedMessages() {}

    static CopiedMessages of(
            UidValidity uidValidity, List<MessageUid> sources, List<MessageUid> copies) {
        return new AutoValue_CopiedMessages(
                uidValidity, ImmutableList.copyOf(sources), ImmutableList.copyOf(copies));
    }

    /** Returns the UIDVALIDITY of the folder with the copies. */
    abstract UidValidity uidValidity();

    /** Returns the UIDs of those that were still there, ascending. */
    abstract ImmutableList<MessageUid> sources();

    /** Returns the UIDs of the copies, in the order of the sources. */
    abstract ImmutableList<MessageUid> copies();

    /** Returns the response code {@code COPYUID} (RFC 4315 §3). */
    ResponseCode copyUid() {
        return ResponseCode.copyUid(
                uidValidity(), UidSet.ranges(sources()), UidSet.ranges(copies()));
    }
}
