/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.sharedmailbox.config.OtherProtocols;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import org.sharedmailbox.sidedoor.OpenMailboxes;
import org.sharedmailbox.sidedoor.SideDoorService;

/**
 * Looks for what opens shared mailboxes beside the plugin, where the operator wants that; it takes
 * some questions to James for each of them. Protocols that the plugin cannot reach are a detail
 * otherwise: nearly every James offers one, and a health that is never good tells nothing.
 */
final class SideDoorFindings implements Findings {
    /** The most mailboxes that are looked at each time. */
    private static final int MAX_LOOKED_AT = 500;

    /** Leaves time for the other findings. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** Anybody may ask for the health, and each look takes James some work. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final boolean wanted;
    private final Supplier<OpenMailboxes> doors;
    private final Supplier<List<String>> protocols;

    @Inject
    SideDoorFindings(
            SharedMailboxConfiguration configuration,
            SideDoorService sideDoors,
            OtherProtocols protocols) {
        this.doors =
                Suppliers.memoizeWithExpiration(
                        () -> sideDoors.openMailboxes(MAX_LOOKED_AT, TIMEOUT),
                        KEPT.toSeconds(),
                        TimeUnit.SECONDS);
        this.wanted = configuration.healthLooksForSideDoors();
        // James reads these files when it starts, and complains about each that is missing.
        this.protocols = Suppliers.memoize(protocols::offered);
    }

    @Override
    public List<Finding> look() {
        ImmutableList.Builder<Finding> found = ImmutableList.builder();
        if (wanted) {
            OpenMailboxes mailboxes = doors.get();
            if (!mailboxes.open().isEmpty()) {
                found.add(Finding.degraded(text(mailboxes)));
            }
        }
        List<String> offered = protocols.get();
        if (!offered.isEmpty()) {
            String text = text(offered);
            found.add(wanted ? Finding.degraded(text) : Finding.detail(text));
        }
        return found.build();
    }

    private static String text(OpenMailboxes mailboxes) {
        return String.format(
                "Beside the plugin, James opens %d of the %d shared mailboxes that were looked at"
                        + " (there are %d), or sends their mail on. See whom it lets in with"
                        + " GET /delegation-audit/side-doors?mailbox=, and close what nobody needs.",
                mailboxes.open().size(), mailboxes.lookedAt(), mailboxes.total());
    }

    private static String text(List<String> offered) {
        return String.format(
                "James offers %s, whose sessions and tokens outlive a new password and the"
                        + " conversion of a mailbox. Switch off what nobody needs.",
                String.join(", ", offered));
    }
}
