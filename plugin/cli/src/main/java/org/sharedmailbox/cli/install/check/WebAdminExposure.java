/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.check;

import java.io.IOException;
import java.util.Optional;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.install.part.JamesVersion;
import org.sharedmailbox.cli.install.part.Status;
import org.sharedmailbox.cli.install.text.PropertiesEntry;
import org.sharedmailbox.config.Values;

/** Looks at who can reach WebAdmin. */
final class WebAdminExposure {
    private static final String FILE = "webadmin.properties";
    private static final String LOOPBACK = "localhost|127(\\.\\d+){3}|\\[?::1]?";

    private final InstalledJames james;
    private final Settings settings;

    private WebAdminExposure(InstalledJames james, Settings settings) {
        this.james = james;
        this.settings = settings;
    }

    static Finding of(InstalledJames james) throws IOException {
        return new WebAdminExposure(james, Settings.of(james, FILE)).finding();
    }

    private Finding finding() {
        if (settings.value("enabled").filter(Values::isTrue).isEmpty()) {
            return finding(
                            Status.MISSING,
                            "webadmin",
                            "WebAdmin is off, so nobody can make shared mailboxes; write",
                            "enabled")
                    .adding("enabled=true");
        }
        String host = settings.value("host").orElse("localhost");
        if (host.matches(LOOPBACK)) {
            return finding(
                    Status.OK, "webadmin.open", "WebAdmin is reached from this host only", "host");
        }
        if (settings.value("jwt.enabled").filter(Values::isTrue).isPresent() || hasPassword()) {
            return finding(
                    Status.OK, "webadmin.open", "WebAdmin asks on " + host + " who one is", "host");
        }
        return finding(
                        Status.DANGEROUS,
                        "webadmin.open",
                        "whoever reaches WebAdmin on "
                                + host
                                + " administers this server, without a password; turn on JWT"
                                + (james.version() == JamesVersion.V3_9 ? ", set password," : "")
                                + " or write",
                        "host")
                .adding("host=127.0.0.1");
    }

    /** James 3.8 knows no password. */
    private boolean hasPassword() {
        return james.version() == JamesVersion.V3_9
                && settings.value("password").filter(value -> !value.isEmpty()).isPresent();
    }

    private Finding finding(Status status, String code, String message, String key) {
        Finding finding =
                Finding.of(status, code, james.shortName(james.configurationFile(FILE)), message);
        Optional<PropertiesEntry> entry = settings.entry(key);
        return entry.map(there -> finding.at(there.line())).orElse(finding);
    }
}
