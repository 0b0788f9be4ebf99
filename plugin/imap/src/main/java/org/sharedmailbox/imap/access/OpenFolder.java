/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import com.google.auto.value.AutoValue;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.process.ImapSession;
import org.sharedmailbox.delegation.Access;
import org.sharedmailbox.delegation.HeldDelegations;
import org.sharedmailbox.imap.command.CommandContext;
import org.sharedmailbox.imap.name.FolderAddress;
import org.sharedmailbox.imap.response.PermanentFlagsResponder;
import org.sharedmailbox.imap.session.OwnerSession;
import org.sharedmailbox.imap.session.SelectedFolder;
import org.sharedmailbox.model.ImapRights;
import reactor.core.publisher.Mono;

/** The selected folder of another owner, which the delegate may read at this command. */
@AutoValue
public abstract class OpenFolder {
    OpenFolder() {}

    static OpenFolder of(
            SelectedFolder selected, ImapRights rights, Access access, HeldDelegations held) {
        return new AutoValue_OpenFolder(selected, rights, access, held);
    }

    /** Returns what is selected. */
    public abstract SelectedFolder selected();

    /** Returns what the delegate may do in it now. */
    public abstract ImapRights rights();

    /** Returns what the delegate may do in the owner's mailbox. */
    public abstract Access access();

    /** Returns what the delegate was granted by any owner, as it was read for this command. */
    public abstract HeldDelegations held();

    /** Returns the name that it was selected by. */
    public FolderAddress address() {
        return selected().address();
    }

    /** Returns the session in which default processors see it as selected. */
    public ImapSession session(CommandContext<?> context) {
        return OwnerSession.using(context.session(), selected());
    }

    /** Hands a command on it to the default processor. */
    public Mono<Void> proceed(CommandContext<?> context, ImapMessage request) {
        return context.proceed(
                request,
                PermanentFlagsResponder.of(
                        context.responder(), flags -> FlagRights.of(rights()).permitted(flags)),
                session(context));
    }
}
