/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import javax.inject.Inject;
import org.apache.james.imap.message.request.DeleteACLRequest;
import org.apache.james.imap.message.request.GetACLRequest;
import org.apache.james.imap.message.request.ListRightsRequest;
import org.apache.james.imap.message.request.MyRightsRequest;
import org.apache.james.imap.message.request.SetACLRequest;
import org.apache.james.imap.processor.DeleteACLProcessor;
import org.apache.james.imap.processor.GetACLProcessor;
import org.apache.james.imap.processor.ListRightsProcessor;
import org.apache.james.imap.processor.MyRightsProcessor;
import org.apache.james.imap.processor.SetACLProcessor;

/** The commands of RFC 4314. */
final class AclDesks {
    private AclDesks() {}

    static final class GetACL extends CommandDesk.Capable<GetACLRequest> {
        @Inject
        GetACL(GetACLProcessor stock) {
            super(GetACLRequest.class, stock, new StockOnlyRule<>());
        }
    }

    static final class SetACL extends CommandDesk.Capable<SetACLRequest> {
        @Inject
        SetACL(SetACLProcessor stock) {
            super(SetACLRequest.class, stock, new StockOnlyRule<>());
        }
    }

    static final class DeleteACL extends CommandDesk.Capable<DeleteACLRequest> {
        @Inject
        DeleteACL(DeleteACLProcessor stock) {
            super(DeleteACLRequest.class, stock, new StockOnlyRule<>());
        }
    }

    static final class ListRights extends CommandDesk.Capable<ListRightsRequest> {
        @Inject
        ListRights(ListRightsProcessor stock) {
            super(ListRightsRequest.class, stock, new StockOnlyRule<>());
        }
    }

    static final class MyRights extends CommandDesk.Capable<MyRightsRequest> {
        @Inject
        MyRights(MyRightsProcessor stock) {
            super(MyRightsRequest.class, stock, new StockOnlyRule<>());
        }
    }
}
