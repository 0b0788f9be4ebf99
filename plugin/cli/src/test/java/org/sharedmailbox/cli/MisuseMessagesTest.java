/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of a command line that is not understood. */
class MisuseMessagesTest {
    @Test
    void anOptionIsNamedWithoutItsValue() {
        assertSays("Unknown option: --token", "mailbox", "list", "--token=s3cret");
        assertSays("Unknown option: --token", "mailbox", "list", "--token", "s3cret");
        assertSays("Unknown option: -p", "mailbox", "list", "-ps3cret");
    }

    @Test
    void anArgumentTooManyIsNotShown() {
        assertSays(
                "There is an argument too many, or one with blanks that lacks its quotes",
                "mailbox",
                "revert",
                "info@example.com",
                "s3cret");
    }

    @Test
    void aCommandThatIsNoneIsNamedAsItMayBeShown() {
        assertSays("There is no command 'mailbx'", "mailbx");
        assertSays("There is no command '\\u001b[2J'", "mailbox", "\u001b[2J");
    }

    @Test
    void aValueThatDoesNotFitIsShownAsItMayBe() {
        assertSays(
                "Invalid value for option '--timeout': '\\u001b[2J' is not an int",
                "mailbox",
                "list",
                "--timeout",
                "\u001b[2J");
    }

    private static void assertSays(String sentence, String... arguments) {
        CommandRun run = CommandRun.of(arguments);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(sentence).doesNotContain("s3cret", "\u001b");
        assertThat(run.out()).isEmpty();
    }
}
