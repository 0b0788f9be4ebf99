/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.suite;

import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.imapmailbox.suite.AuthenticatePlain;
import org.apache.james.mpt.imapmailbox.suite.AuthenticatedState;
import org.apache.james.mpt.imapmailbox.suite.ConcurrentSessions;
import org.apache.james.mpt.imapmailbox.suite.Copy;
import org.apache.james.mpt.imapmailbox.suite.Events;
import org.apache.james.mpt.imapmailbox.suite.Expunge;
import org.apache.james.mpt.imapmailbox.suite.Fetch;
import org.apache.james.mpt.imapmailbox.suite.FetchBodySection;
import org.apache.james.mpt.imapmailbox.suite.FetchBodyStructure;
import org.apache.james.mpt.imapmailbox.suite.FetchHeaders;
import org.apache.james.mpt.imapmailbox.suite.Listing;
import org.apache.james.mpt.imapmailbox.suite.MailboxAnnotation;
import org.apache.james.mpt.imapmailbox.suite.MailboxWithLongNameError;
import org.apache.james.mpt.imapmailbox.suite.Move;
import org.apache.james.mpt.imapmailbox.suite.NonAuthenticatedState;
import org.apache.james.mpt.imapmailbox.suite.ObjectId;
import org.apache.james.mpt.imapmailbox.suite.PartialFetch;
import org.apache.james.mpt.imapmailbox.suite.QuotaTest;
import org.apache.james.mpt.imapmailbox.suite.Recent;
import org.apache.james.mpt.imapmailbox.suite.Rename;
import org.apache.james.mpt.imapmailbox.suite.Search;
import org.apache.james.mpt.imapmailbox.suite.Security;
import org.apache.james.mpt.imapmailbox.suite.Select;
import org.apache.james.mpt.imapmailbox.suite.SelectedInbox;
import org.apache.james.mpt.imapmailbox.suite.SelectedState;
import org.apache.james.mpt.imapmailbox.suite.UidSearch;
import org.apache.james.mpt.imapmailbox.suite.UidSearchOnIndex;
import org.apache.james.mpt.imapmailbox.suite.UserFlagsSupport;

/**
 * The classes of James's IMAP suite, each with a server to run on.
 *
 * <p>Left out are those that need to be inside of the server: {@code ACLIntegration} and {@code
 * ListingWithSharingTest}, which set rights of James's own between users, and {@code Condstore},
 * which configures the server anew for each script. {@code ACLCommands} is about James's ACLs, in
 * place of which we have delegations.
 */
final class SuiteClasses {
    private SuiteClasses() {}

    static Class<?>[] all() {
        return SuiteClasses.class.getDeclaredClasses();
    }

    static final class RunsAuthenticatePlain extends AuthenticatePlain {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsAuthenticatedState extends AuthenticatedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsConcurrentSessions extends ConcurrentSessions {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsCopy extends Copy {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsEvents extends Events {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsExpunge extends Expunge {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsFetch extends Fetch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsFetchBodySection extends FetchBodySection {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsFetchBodyStructure extends FetchBodyStructure {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsFetchHeaders extends FetchHeaders {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsListing extends Listing {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsMailboxAnnotation extends MailboxAnnotation {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsMailboxWithLongNameError extends MailboxWithLongNameError {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsMove extends Move {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsNonAuthenticatedState extends NonAuthenticatedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsObjectId extends ObjectId {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsPartialFetch extends PartialFetch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsQuota extends QuotaTest {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsRecent extends Recent {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsRename extends Rename {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsSearch extends Search {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsSecurity extends Security {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsSelect extends Select {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsSelectedInbox extends SelectedInbox {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsSelectedState extends SelectedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsUidSearch extends UidSearch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsUidSearchOnIndex extends UidSearchOnIndex {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }

    static final class RunsUserFlagsSupport extends UserFlagsSupport {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return SuiteRun.host();
        }
    }
}
