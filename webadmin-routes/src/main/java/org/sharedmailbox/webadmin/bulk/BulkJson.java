/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.ByteSource;
import org.apache.james.core.Username;
import org.sharedmailbox.delegation.GrantRequest;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.MailboxAddress;
import org.sharedmailbox.webadmin.dto.DelegationRequest;
import org.sharedmailbox.webadmin.http.FieldValue;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.JsonFields;
import org.sharedmailbox.webadmin.http.RequestBody;

/** Reads many delegations from a JSON array; an element's line is its place in it, from 1. */
final class BulkJson {
    private BulkJson() {}

    static BulkRequest read(ByteSource body) {
        BulkRequest bulk = new BulkRequest();
        Json.forEachIn(
                RequestBody.reader(body),
                (element, line) -> bulk.add(line, () -> grant(line, element)));
        return bulk;
    }

    private static GrantRequest grant(int line, JsonNode element) {
        if (!(element instanceof ObjectNode)) {
            throw RequestRefusedException.invalid(
                    RequestBody.FIELD, "A delegation must be a JSON object");
        }
        JsonFields fields =
                JsonFields.of(
                        (ObjectNode) element,
                        DelegationRequest.OWNER,
                        DelegationRequest.DELEGATE,
                        DelegationRequest.RIGHTS,
                        DelegationRequest.FOLDERS,
                        DelegationRequest.ACCESS,
                        DelegationRequest.NOT_BEFORE,
                        DelegationRequest.NOT_AFTER,
                        DelegationRequest.NOTE,
                        DelegationRequest.SUBSCRIBE,
                        DelegationRequest.NOTIFY);
        return GrantRequest.of(
                line,
                address(fields, DelegationRequest.OWNER),
                address(fields, DelegationRequest.DELEGATE),
                DelegationRequest.terms(fields),
                false);
    }

    private static Username address(JsonFields fields, String name) {
        return fields.text(name)
                .map(text -> MailboxAddress.parse(name, text))
                .orElseThrow(() -> FieldValue.missing(name));
    }
}
