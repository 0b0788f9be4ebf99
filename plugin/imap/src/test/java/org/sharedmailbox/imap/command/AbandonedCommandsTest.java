/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;

import org.junit.jupiter.api.Test;

class AbandonedCommandsTest {
    private final AbandonedCommands commands = new AbandonedCommands(2);

    @Test
    void commandsWhoseClientWaitsAreNotCounted() {
        for (int n = 0; n < 5; n++) {
            commands.begin(ALICE);
        }

        assertThat(commands.areTooMany(ALICE)).isFalse();
    }

    @Test
    void whoHasLeftSoManyBehindHasToWaitUntilOneIsDone() {
        commands.begin(ALICE).abandon();
        assertThat(commands.areTooMany(ALICE)).isFalse();
        AbandonedCommands.Command second = commands.begin(ALICE);
        second.abandon();

        assertThat(commands.areTooMany(ALICE)).isTrue();
        assertThat(commands.areTooMany(BOB)).isFalse();

        second.end();
        assertThat(commands.areTooMany(ALICE)).isFalse();
    }

    @Test
    void whatHasEndedCannotBeAbandonedAnyMore() {
        for (int n = 0; n < 3; n++) {
            AbandonedCommands.Command command = commands.begin(ALICE);
            command.end();
            command.abandon();
        }

        assertThat(commands.areTooMany(ALICE)).isFalse();
    }

    @Test
    void eachIsCountedOnce() {
        AbandonedCommands.Command command = commands.begin(ALICE);
        command.abandon();
        command.abandon();
        assertThat(commands.areTooMany(ALICE)).isFalse();

        command.end();
        command.end();
        commands.begin(ALICE).abandon();
        assertThat(commands.areTooMany(ALICE)).isFalse();
        commands.begin(ALICE).abandon();
        assertThat(commands.areTooMany(ALICE)).isTrue();
    }
}
