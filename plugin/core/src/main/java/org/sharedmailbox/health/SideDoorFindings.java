/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.sharedmailbox.config.OtherProtocols;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.sidedoor.MailboxSideDoors;
import org.sharedmailbox.sidedoor.OpenMailboxes;
import org.sharedmailbox.sidedoor.SideDoorService;

/**
 * Looks for what opens shared mailboxes beside the plugin, where the operator wants that; it takes
 * some questions to James for each of them.
 */
final class SideDoorFindings implements Findings {
    /** The most mailboxes that are looked at each time. */
    private static final int MAX_LOOKED_AT = 500;

    /** Leaves time for the other findings. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final int MAX_NAMED = 5;

    private final boolean wanted;
    private final SideDoorService sideDoors;
    private final OtherProtocols protocols;

    @Inject
    SideDoorFindings(
            SharedMailboxConfiguration configuration,
            SideDoorService sideDoors,
            OtherProtocols protocols) {
        this.wanted = configuration.healthLooksForSideDoors();
        this.sideDoors = sideDoors;
        this.protocols = protocols;
    }

    @Override
    public List<Finding> look() {
        if (!wanted) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Finding> found = ImmutableList.builder();
        OpenMailboxes mailboxes = sideDoors.openMailboxes(MAX_LOOKED_AT, TIMEOUT);
        if (!mailboxes.open().isEmpty()) {
            found.add(Finding.degraded(text(mailboxes)));
        }
        List<String> offered = protocols.offered();
        if (!offered.isEmpty()) {
            found.add(Finding.degraded(text(offered)));
        }
        return found.build();
    }

    private static String text(OpenMailboxes mailboxes) {
        return String.format(
                "Beside the plugin, James opens %d of the %d shared mailboxes that were looked at"
                        + " (there are %d), or sends their mail on: %s. See whom it lets in with"
                        + " GET /delegation-audit/side-doors?mailbox=, and close what nobody needs.",
                mailboxes.open().size(), mailboxes.lookedAt(), mailboxes.total(), names(mailboxes));
    }

    private static String names(OpenMailboxes mailboxes) {
        String named =
                mailboxes.open().stream()
                        .limit(MAX_NAMED)
                        .map(SideDoorFindings::describe)
                        .collect(Collectors.joining(", "));
        int more = mailboxes.open().size() - MAX_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String describe(MailboxSideDoors mailbox) {
        return mailbox.mailbox().asString()
                + " ("
                + mailbox.doors().stream()
                        .map(door -> door.kind().wireName())
                        .distinct()
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String text(List<String> offered) {
        return String.format(
                "James offers %s, whose sessions and tokens outlive a new password and the"
                        + " conversion of a mailbox. Switch off what nobody needs.",
                String.join(", ", offered));
    }
}
