/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.james.filesystem.api.FileSystem;
import org.sharedmailbox.config.NoticeSettings;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.delegation.DelegationNotices;
import org.sharedmailbox.delegation.Delegations;
import org.sharedmailbox.james.JamesNoticePost;
import org.sharedmailbox.mailbox.SharedMailboxes;
import org.sharedmailbox.notice.RecordedNotices;
import org.sharedmailbox.notice.delivery.NoticePost;
import org.sharedmailbox.notice.text.NoticeTemplates;
import org.sharedmailbox.notice.text.NoticeWriter;

/** Binds what notes and sends notices. */
final class NoticeModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DelegationNotices.class).to(RecordedNotices.class);
        bind(NoticePost.class).to(JamesNoticePost.class);
    }

    @Provides
    @Singleton
    NoticeWriter writer(
            SharedMailboxConfiguration configuration,
            FileSystem files,
            Delegations delegations,
            SharedMailboxes mailboxes)
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
                mailboxes);
    }
}
