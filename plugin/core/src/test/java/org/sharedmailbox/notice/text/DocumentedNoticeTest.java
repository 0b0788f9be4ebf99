/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.delegation.NoticeKind;

/** The text that docs/operator/notices.md has operators write, filled in. */
class DocumentedNoticeTest {
    private static final Path PAGE = Path.of("../../docs/operator/notices.md");
    private static final Pattern BLOCK = Pattern.compile("```mustache\n(.*?)```", Pattern.DOTALL);

    @TempDir private Path folder;

    @BeforeEach
    void writeAsThePageSays() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        Files.writeString(folder.resolve("granted.txt"), block.group(1));
        assertThat(block.find()).as("another one, which is not tried").isFalse();
    }

    @Test
    void aDelegateIsWelcomed() {
        NoticeText text = fill(Map.of("toDelegate", true, "owner", "support@example.com"));

        assertThat(text.subject()).isEqualTo("Welcome to support@example.com");
        assertThat(text.body()).startsWith("Until further notice.\n");
    }

    @Test
    void anOwnerIsToldWhoComesAndUntilWhen() {
        NoticeText text =
                fill(
                        Map.of(
                                "toOwner",
                                true,
                                "delegate",
                                "bob@example.com",
                                "until",
                                "Thursday",
                                "sendAs",
                                true));

        assertThat(text.subject()).isEqualTo("bob@example.com can use your mailbox");
        assertThat(text.body()).startsWith("Until Thursday.\n").contains("* Sending mail as");
    }

    private NoticeText fill(Map<String, Object> values) {
        return NoticeTemplates.read(Optional.of(folder), NoticeLanguage.ENGLISH)
                .fill(NoticeKind.GRANTED, values);
    }
}
