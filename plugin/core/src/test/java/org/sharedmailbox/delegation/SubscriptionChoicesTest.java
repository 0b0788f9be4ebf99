/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.model.FolderName;

class SubscriptionChoicesTest {
    private static final FolderName SENT = FolderName.of("Sent");

    @ParameterizedTest
    @CsvSource({
        "true,       , true",
        "false,      , false",
        "true,  false, false",
        "true,  true,  true",
        "false, true,  true",
        "false, false, false",
    })
    void theChoiceCountsAndWithoutOneTheDelegation(
            boolean byDefault, Boolean chosen, boolean subscribed) {
        SubscriptionChoices choices =
                chosen == null
                        ? SubscriptionChoices.none()
                        : SubscriptionChoices.of(ImmutableTable.of(SUPPORT, SENT, chosen));

        assertThat(choices.isSubscribed(SUPPORT, SENT, byDefault)).isEqualTo(subscribed);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aChoiceIsAboutThatFolderOfThatOwner(boolean byDefault) {
        SubscriptionChoices choices =
                SubscriptionChoices.of(ImmutableTable.of(SUPPORT, SENT, !byDefault));

        assertThat(choices.isSubscribed(SALES, SENT, byDefault)).isEqualTo(byDefault);
        assertThat(choices.isSubscribed(SUPPORT, FolderName.of("Sent.2026"), byDefault))
                .isEqualTo(byDefault);
    }
}
