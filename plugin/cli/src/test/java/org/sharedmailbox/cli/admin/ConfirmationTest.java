/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.text.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether a command goes on that cannot be undone. */
class ConfirmationTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void withYesNobodyIsAsked() {
        confirmation("--yes").require("Delete it?", Optional.of(answering(false)));

        assertThat(asked).isEmpty();
    }

    @Test
    void whoAgreesIsAskedOnce() {
        confirmation().require("Delete \u001bit?", Optional.of(answering(true)));

        assertThat(asked).containsExactly("Delete \\u001bit?");
    }

    @Test
    void whoDoesNotAgreeIsToldThatNothingWasChanged() {
        assertThatThrownBy(
                        () -> confirmation().require("Delete it?", Optional.of(answering(false))))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(1))
                .hasMessage("Nothing was changed");
    }

    @Test
    void whereNobodyIsItHasToBeSaid() {
        assertThatThrownBy(() -> confirmation().require("Delete it?", Optional.empty()))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(2))
                .hasMessage(
                        "Nothing was changed, because nobody is there to be asked: Delete it? If"
                                + " so, add --yes");
    }

    private Terminal answering(boolean answer) {
        return question -> {
            asked.add(question);
            return answer;
        };
    }

    private static Confirmation confirmation(String... arguments) {
        Asking asking = new Asking();
        new CommandLine(asking).parseArgs(arguments);
        return asking.confirmation;
    }

    @Command
    static final class Asking {
        @Mixin private final Confirmation confirmation = new Confirmation();
    }
}
