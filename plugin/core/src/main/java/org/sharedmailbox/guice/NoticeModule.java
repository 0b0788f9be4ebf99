/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.james.filesystem.api.FileSystem;
import org.sharedmailbox.autoreply.DelegationReplies;
import org.sharedmailbox.autoreply.Vacations;
import org.sharedmailbox.config.NoticeSettings;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.DelegationFollower;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.james.JamesNoticePost;
import org.sharedmailbox.james.JamesVacations;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.notice.RecordedNotices;
import org.sharedmailbox.notice.delivery.NoticePost;
import org.sharedmailbox.notice.text.NoticeTemplates;
import org.sharedmailbox.notice.text.NoticeWriter;

/** Binds what follows changes of delegations: notices, and automatic replies. */
final class NoticeModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Vacations.class).to(JamesVacations.class);
        bind(NoticePost.class).to(JamesNoticePost.class);
    }

    /** An automatic reply may be refused: nothing needs to be told then. */
    @Provides
    List<DelegationFollower> followers(DelegationReplies replies, RecordedNotices notices) {
        return List.of(replies, notices);
    }

    @Provides
    @Singleton
    NoticeWriter writer(
            SharedMailboxConfiguration configuration,
            FileSystem files,
            Delegations delegations,
            SharedMailboxes mailboxes,
            AccessResolver access)
            throws FileNotFoundException {
        NoticeSettings settings = configuration.notices();
        Optional<Path> folder =
                settings.folder().isPresent()
                        ? Optional.of(
                                files.getFile(FileSystem.FILE_PROTOCOL + settings.folder().get())
                                        .toPath())
                        : Optional.empty();
        return new NoticeWriter(
                NoticeTemplates.read(folder, settings.language()),
                settings.language(),
                settings.timeZone(),
                delegations,
                mailboxes,
                access::limitsOf);
    }
}
