/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The parts of the plugin that James's configuration switches on, and the others. Immutable. */
@AutoValue
public abstract class InstalledParts {
    InstalledParts() {}

    /** Returns those that lack none of these lines. */
    static InstalledParts without(Collection<InstallationLine> missing) {
        ImmutableSet<String> incomplete = partsOf(missing);
        return new AutoValue_InstalledParts(
                ImmutableSet.copyOf(Sets.difference(partsOf(InstallationLine.all()), incomplete)),
                incomplete);
    }

    private static ImmutableSet<String> partsOf(Collection<InstallationLine> lines) {
        return lines.stream()
                .map(InstalledParts::partOf)
                .flatMap(Optional::stream)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the part that needs the line; empty if all of them do. */
    private static Optional<String> partOf(InstallationLine line) {
        switch (line.file()) {
            case "imapserver.xml":
                return Optional.of("IMAP");
            case "smtpserver.xml":
                return Optional.of("SMTP");
            case "mailetcontainer.xml":
                return Optional.of("mailets");
            case "webadmin.properties":
                return Optional.of("WebAdmin");
            case "healthcheck.properties":
                return Optional.of("health check");
            default:
                return line.equals(InstallationLine.TASKS)
                        ? Optional.of("tasks")
                        : Optional.empty();
        }
    }

    abstract ImmutableSet<String> complete();

    abstract ImmutableSet<String> incomplete();

    /** Returns them for people to read, e.g. {@code IMAP, WebAdmin (not SMTP, mailets)}. */
    @Override
    public final String toString() {
        return names(complete())
                + (incomplete().isEmpty() ? "" : " (not " + names(incomplete()) + ")");
    }

    private static String names(Set<String> parts) {
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }
}
