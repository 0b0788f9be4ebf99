/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.common.collect.Streams;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.utils.UserDefinedStartable;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.policy.DelegationPolicy;
import org.sharedmailbox.policy.DelegationPolicyStore;
import org.sharedmailbox.policy.PolicyScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line that says at start-up what is active, for whoever looks into the log. */
public final class StartUpLine {
    private static final Logger LOGGER = LoggerFactory.getLogger(StartUpLine.class);

    private final SharedMailboxConfiguration configuration;
    private final InstallationCheck installation;
    private final DelegationPolicyStore policies;
    private final FileSystem files;
    private final OtherProtocols protocols;

    @Inject
    StartUpLine(
            SharedMailboxConfiguration configuration,
            InstallationCheck installation,
            DelegationPolicyStore policies,
            FileSystem files,
            OtherProtocols protocols) {
        this.configuration = configuration;
        this.installation = installation;
        this.policies = policies;
        this.files = files;
        this.protocols = protocols;
    }

    /** Returns it, without passwords. Asks the store. */
    public String text() {
        return String.format(
                "Shared mailboxes %s on James %s: store %s; %s; delegation %s%s; wired: %s",
                versionOf(StartUpLine.class),
                versionOf(UserDefinedStartable.class),
                store(),
                types(configuration.types()),
                policy(),
                beside(),
                installation.parts());
    }

    /** The jar that a class is from says it, in its manifest. */
    private static String versionOf(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion())
                .orElse("of unknown version");
    }

    private String store() {
        return configuration.store().description().orElseGet(() -> "H2 in " + folder());
    }

    private String folder() {
        try {
            return files.getFile(FileSystem.FILE_PROTOCOL_AND_VAR).toString();
        } catch (FileNotFoundException e) {
            return "James's folder var, which cannot be found";
        }
    }

    private static String types(SharedMailboxTypes types) {
        List<String> names =
                Streams.stream(types.all())
                        .map(type -> type.name().asString())
                        .collect(Collectors.toList());
        return String.format("%d types (%s)", names.size(), String.join(", ", names));
    }

    private String policy() {
        try {
            Optional<DelegationPolicy> set = policies.find(PolicyScope.allOthers());
            return state(set.orElse(DelegationPolicy.builtIn()))
                    + (set.isPresent() ? " (policy 'default' in the store)" : " (built-in policy)");
        } catch (StoreUnavailableException e) {
            return "refused until the store answers";
        } catch (RuntimeException e) {
            // Somebody has edited the row: a line of the log is no reason to keep James down.
            LOGGER.error("The default policy in the store cannot be read", e);
            return "unknown: the default policy cannot be read";
        }
    }

    /** Nearly every James offers one of them, so that the health cannot be bad for that. */
    private String beside() {
        List<String> offered = protocols.offered();
        return offered.isEmpty()
                ? ""
                : "; out of reach: sessions and tokens of " + String.join(", ", offered);
    }

    private static String state(DelegationPolicy policy) {
        if (!policy.enabled()) {
            return "off";
        }
        return policy.personalDelegation() ? "on" : "on, but not of personal mailboxes";
    }
}
