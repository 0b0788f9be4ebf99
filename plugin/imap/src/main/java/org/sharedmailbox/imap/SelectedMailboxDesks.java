/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.imap.message.request.CheckRequest;
import org.apache.james.imap.message.request.CloseRequest;
import org.apache.james.imap.message.request.ExamineRequest;
import org.apache.james.imap.message.request.ExpungeRequest;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.message.request.NoopRequest;
import org.apache.james.imap.message.request.SearchRequest;
import org.apache.james.imap.message.request.SelectRequest;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.imap.message.request.UnselectRequest;
import org.apache.james.imap.processor.CheckProcessor;
import org.apache.james.imap.processor.CloseProcessor;
import org.apache.james.imap.processor.ExamineProcessor;
import org.apache.james.imap.processor.ExpungeProcessor;
import org.apache.james.imap.processor.IdleProcessor;
import org.apache.james.imap.processor.NoopProcessor;
import org.apache.james.imap.processor.SearchProcessor;
import org.apache.james.imap.processor.SelectProcessor;
import org.apache.james.imap.processor.StoreProcessor;
import org.apache.james.imap.processor.UnselectProcessor;
import org.apache.james.imap.processor.fetch.FetchProcessor;
import org.apache.james.mailbox.MailboxManager;

/** The commands that select a mailbox or use the selected one. */
final class SelectedMailboxDesks {
    private SelectedMailboxDesks() {}

    static final class Select extends CommandDesk.Enabling<SelectRequest> {
        @Inject
        Select(FrontDesk desk, SelectProcessor stock, ExamineProcessor examine) {
            super(SelectRequest.class, stock, new SelectionRule<>(desk, examine));
        }
    }

    static final class Examine extends CommandDesk.Enabling<ExamineRequest> {
        @Inject
        Examine(FrontDesk desk, ExamineProcessor stock) {
            super(ExamineRequest.class, stock, new SelectionRule<>(desk, stock));
        }
    }

    static final class Fetch extends CommandDesk<FetchRequest> {
        @Inject
        Fetch(FrontDesk desk, FetchProcessor stock) {
            super(
                    FetchRequest.class,
                    stock,
                    SelectedMailboxRule.permitting(
                            desk,
                            (request, rights) ->
                                    Optional.of(FetchRights.permitted(request, rights))));
        }
    }

    static final class Store extends CommandDesk<StoreRequest> {
        @Inject
        Store(FrontDesk desk, StoreProcessor stock) {
            super(StoreRequest.class, stock, SelectedMailboxRule.using(desk, new StoreUse(desk)));
        }
    }

    static final class Search extends CommandDesk.Capable<SearchRequest> {
        @Inject
        Search(FrontDesk desk, SearchProcessor stock) {
            super(SearchRequest.class, stock, SelectedMailboxRule.reading(desk));
        }
    }

    static final class Expunge extends CommandDesk.Capable<ExpungeRequest> {
        @Inject
        Expunge(FrontDesk desk, ExpungeProcessor stock) {
            super(
                    ExpungeRequest.class,
                    stock,
                    SelectedMailboxRule.using(desk, new ExpungeUse(desk)));
        }
    }

    static final class Close extends CommandDesk<CloseRequest> {
        @Inject
        Close(FrontDesk desk, CloseProcessor stock, MailboxManager mailboxes) {
            super(
                    CloseRequest.class,
                    stock,
                    SelectedMailboxRule.using(desk, new CloseUse(desk, mailboxes)));
        }
    }

    static final class Unselect extends CommandDesk.Capable<UnselectRequest> {
        @Inject
        Unselect(FrontDesk desk, UnselectProcessor stock) {
            super(UnselectRequest.class, stock, SelectedMailboxRule.reading(desk));
        }
    }

    static final class Check extends CommandDesk<CheckRequest> {
        @Inject
        Check(FrontDesk desk, CheckProcessor stock) {
            super(CheckRequest.class, stock, SelectedMailboxRule.reading(desk));
        }
    }

    static final class Noop extends CommandDesk<NoopRequest> {
        @Inject
        Noop(FrontDesk desk, NoopProcessor stock) {
            super(NoopRequest.class, stock, SelectedMailboxRule.reading(desk));
        }
    }

    static final class Idle extends CommandDesk.Capable<IdleRequest> {
        @Inject
        Idle(FrontDesk desk, IdleProcessor stock, IdleWatch watch) {
            super(
                    IdleRequest.class,
                    stock,
                    SelectedMailboxRule.using(desk, new IdleUse(desk, watch)));
        }
    }
}
