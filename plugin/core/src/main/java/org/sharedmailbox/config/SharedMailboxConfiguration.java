/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sharedmailbox.mailbox.SharedMailboxTypes;

/**
 * The settings of {@code shared-mailboxes.properties}, all of them optional. Immutable; read once,
 * at start-up.
 */
@AutoValue
public abstract class SharedMailboxConfiguration {
    static final String WEB_ADMIN_HOSTS = "webadmin.hosts";

    static final String SWEEP_PERIOD = "sweep.period";
    static final String EXPIRED_RETENTION = "expired.retention";
    static final String AUDIT_WARN_ENTRIES = "audit.warnEntries";
    static final String HEALTH_SIDE_DOORS = "health.sideDoors";
    static final String AUDIT_MAX_REFUSALS = "audit.maxRefusals";

    static final String AUDIT_MAX_ACTIVITIES = "audit.maxActivities";
    static final String AUDIT_RETENTION = "audit.retention";

    /** They take about 400 MB. */
    private static final int DEFAULT_MAX_ACTIVITIES = 1_000_000;

    private static final int LEAST_MAX_ACTIVITIES = 1_000;
    private static final int GREATEST_MAX_ACTIVITIES = 1_000_000_000;

    private static final Duration DEFAULT_AUDIT_RETENTION = Duration.ofDays(365);
    private static final Duration LEAST_AUDIT_RETENTION = Duration.ofDays(1);
    private static final Duration GREATEST_AUDIT_RETENTION = Duration.ofDays(36_500);

    /** They take about 100 MB. */
    private static final int DEFAULT_MAX_REFUSALS = 200_000;

    /** They take some gigabytes. */
    private static final int DEFAULT_WARN_ENTRIES = 5_000_000;

    private static final int LEAST_WARN_ENTRIES = 1_000;

    private static final int LEAST_MAX_REFUSALS = 100;
    private static final int GREATEST_MAX_REFUSALS = 100_000_000;

    private static final Duration DEFAULT_SWEEP_PERIOD = Duration.ofMinutes(1);
    private static final Duration MIN_SWEEP_PERIOD = Duration.ofSeconds(1);
    private static final Duration MAX_SWEEP_PERIOD = Duration.ofDays(1);
    private static final Duration DEFAULT_RETENTION = Duration.ofDays(30);
    private static final Duration MAX_RETENTION = Duration.ofDays(36_500);

    SharedMailboxConfiguration() {}

    /** Returns the settings in effect without a configuration file. */
    public static SharedMailboxConfiguration defaults() {
        return parse(ImmutableMap.of());
    }

    /**
     * @param settings keys and values as the operator wrote them
     * @throws IllegalArgumentException with a message that names the first wrong key and the
     *     allowed values
     */
    public static SharedMailboxConfiguration parse(Map<String, String> settings) {
        return parse(settings, file -> Optional.empty());
    }

    /**
     * @param files what James's own configuration files say, by their names without the ending
     */
    static SharedMailboxConfiguration parse(
            Map<String, String> settings, Function<String, Optional<Map<String, String>>> files) {
        Settings read = new Settings(settings);
        SharedMailboxConfiguration configuration =
                new AutoValue_SharedMailboxConfiguration(
                        StoreSettings.read(read, files),
                        read.number(AUDIT_MAX_REFUSALS, LEAST_MAX_REFUSALS, GREATEST_MAX_REFUSALS)
                                .orElse(DEFAULT_MAX_REFUSALS),
                        read.number(
                                        AUDIT_MAX_ACTIVITIES,
                                        LEAST_MAX_ACTIVITIES,
                                        GREATEST_MAX_ACTIVITIES)
                                .orElse(DEFAULT_MAX_ACTIVITIES),
                        read.duration(
                                        AUDIT_RETENTION,
                                        LEAST_AUDIT_RETENTION,
                                        GREATEST_AUDIT_RETENTION)
                                .orElse(DEFAULT_AUDIT_RETENTION),
                        read.duration(SWEEP_PERIOD, MIN_SWEEP_PERIOD, MAX_SWEEP_PERIOD)
                                .orElse(DEFAULT_SWEEP_PERIOD),
                        read.duration(EXPIRED_RETENTION, Duration.ZERO, MAX_RETENTION)
                                .orElse(DEFAULT_RETENTION),
                        ImmutableSet.copyOf(read.authorities(WEB_ADMIN_HOSTS)),
                        NoticeSettings.read(read),
                        read.flag(HEALTH_SIDE_DOORS).orElse(false),
                        read.number(AUDIT_WARN_ENTRIES, LEAST_WARN_ENTRIES, Integer.MAX_VALUE)
                                .orElse(DEFAULT_WARN_ENTRIES),
                        TypeDeclarations.read(read));
        read.refuseUnknownKeys();
        return configuration;
    }

    /** Returns where everything is stored. */
    public abstract StoreSettings store();

    /** Returns about how many refusals the audit log keeps; older ones are removed. */
    public abstract int maxAuditedRefusals();

    /**
     * Returns about how many entries about what delegates did with mail and folders the audit log
     * keeps; older ones are removed.
     */
    public abstract int maxAuditedActivities();

    /** Returns for how long the audit log keeps any entry. */
    public abstract Duration auditRetention();

    /** Returns how often what delegations leave that have ended is swept up. */
    public abstract Duration sweepPeriod();

    /** Returns how long a delegation that has ended is still shown, before it is removed. */
    public abstract Duration expiredRetention();

    /** Returns further names and addresses, with or without port, by which WebAdmin is reached. */
    public abstract ImmutableSet<Authority> webAdminHosts();

    public abstract NoticeSettings notices();

    /** Returns whether the health check looks for what opens mailboxes beside the plugin. */
    public abstract boolean healthLooksForSideDoors();

    /** Returns the number of entries of the audit log beyond which the health check warns. */
    public abstract int auditWarnEntries();

    /**
     * Returns the built-in types, then those that the operator declares, in the order of their
     * names.
     */
    public abstract SharedMailboxTypes types();

    @Override
    public final String toString() {
        return "SharedMailboxConfiguration{store=" + store() + "}";
    }
}
