/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import org.apache.james.imap.api.message.BodyFetchElement;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.sharedmailbox.model.ImapRights;

/** FETCH sets \Seen only with right {@code s}; without it the message is fetched all the same. */
final class FetchRights {
    private FetchRights() {}

    static FetchRequest permitted(FetchRequest request, ImapRights rights) {
        if (rights.allow(Right.WriteSeenFlag) || !request.getFetch().isSetSeen()) {
            return request;
        }
        return new FetchRequest(
                request.isUseUids(),
                request.getIdSet(),
                peeking(request.getFetch()),
                request.getTag());
    }

    private static FetchData peeking(FetchData data) {
        FetchData.Builder peeking = FetchData.builder().vanished(data.getVanished());
        for (FetchData.Item item : FetchData.Item.values()) {
            if (data.contains(item)) {
                peeking.fetch(item);
            }
        }
        if (data.getChangedSince() >= 0) {
            peeking.changedSince(data.getChangedSince());
        }
        for (BodyFetchElement element : data.getBodyElements()) {
            peeking.add(element, true);
        }
        return peeking.build();
    }
}
