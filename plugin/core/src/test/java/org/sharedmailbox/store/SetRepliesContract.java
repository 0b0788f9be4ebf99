/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.autoreply.OwnVacation;
import org.sharedmailbox.autoreply.SetReplies;
import org.sharedmailbox.autoreply.SetReply;

/** The contract of the automatic replies that we have set, for every database. */
interface SetRepliesContract {
    OwnVacation NOTHING = OwnVacation.builder().build();
    OwnVacation EVERYTHING =
            OwnVacation.builder()
                    .enabled(true)
                    .subject(Optional.of("s"))
                    .text(Optional.of("two\nlines".repeat(1000)))
                    .html(Optional.of("<p>h</p>"))
                    .from(Optional.of(NOON))
                    .until(Optional.of(NOON.plusSeconds(1)))
                    .build();

    TestStores database();

    private SetReplies replies() {
        return database().stores().setReplies();
    }

    @Test
    default void whatWasPutIsFoundUntilItIsReplacedOrRemoved() {
        SetReply first = SetReply.of(ALICE, Optional.of(BOB), EVERYTHING, NOTHING);
        SetReply second = SetReply.of(ALICE, Optional.empty(), NOTHING, EVERYTHING);
        replies().put(first);
        replies().put(SetReply.of(SUPPORT, Optional.empty(), EVERYTHING, NOTHING));
        assertThat(replies().find(ALICE)).contains(first);

        replies().put(second);
        assertThat(replies().find(ALICE)).contains(second);
        assertThat(replies().accounts()).containsExactlyInAnyOrder(ALICE, SUPPORT);

        replies().remove(ALICE);
        assertThat(replies().find(ALICE)).isEmpty();
        assertThat(replies().accounts()).containsExactly(SUPPORT);
    }
}
