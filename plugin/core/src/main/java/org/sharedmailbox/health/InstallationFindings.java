/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.common.collect.ImmutableList;
import java.util.List;
import javax.inject.Inject;
import org.sharedmailbox.config.InstallationCheck;

/** Looks for lines that James's configuration files lacked when it started. */
final class InstallationFindings implements Findings {
    private final InstallationCheck installation;

    @Inject
    InstallationFindings(InstallationCheck installation) {
        this.installation = installation;
    }

    @Override
    public List<Finding> look() {
        return of(installation);
    }

    /** Returns one finding for each missing line, with the line to add. */
    static List<Finding> of(InstallationCheck installation) {
        return installation.messages().stream()
                .map(message -> Finding.degraded(message + " (then restart James)."))
                .collect(ImmutableList.toImmutableList());
    }
}
