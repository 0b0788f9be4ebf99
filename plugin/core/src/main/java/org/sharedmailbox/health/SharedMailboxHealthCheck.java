/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.james.core.healthcheck.ComponentName;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.core.healthcheck.Result;
import org.apache.james.core.healthcheck.ResultStatus;
import org.reactivestreams.Publisher;
import org.sharedmailbox.config.InstallationCheck;
import org.sharedmailbox.guice.Wiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * James's health check of the plugin, {@code SharedMailboxes}; {@code additional.healthchecks} in
 * {@code healthcheck.properties}. Unhealthy while shared mailboxes do not work, degraded while
 * something needs an operator. The cause says what, and what to do; the worst finding decides.
 *
 * <p>James asks on threads that must not block, and waits for the answer without a limit of its
 * own, so that this one comes from another thread and in time. It never fails. Whoever asks within
 * a second of others gets their answer, because anybody who reaches WebAdmin may ask.
 */
public class SharedMailboxHealthCheck implements HealthCheck {
    private static final Logger LOGGER = LoggerFactory.getLogger(SharedMailboxHealthCheck.class);
    private static final ComponentName NAME = new ComponentName("SharedMailboxes");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Wiring wiring;
    private final InstallationCheck installation;
    private final Mono<Result> result;

    @Inject
    public SharedMailboxHealthCheck(Wiring wiring, InstallationCheck installation) {
        this.wiring = wiring;
        this.installation = installation;
        this.result =
                Mono.fromSupplier(this::look)
                        .subscribeOn(Schedulers.boundedElastic())
                        .timeout(TIMEOUT, Mono.fromSupplier(SharedMailboxHealthCheck::late))
                        .cache(KEPT);
    }

    @Override
    public ComponentName componentName() {
        return NAME;
    }

    @Override
    public Publisher<Result> check() {
        return result;
    }

    private static Result late() {
        return Result.unhealthy(
                NAME,
                "It could not be found out within "
                        + TIMEOUT.toSeconds()
                        + " s how shared mailboxes are. Look whether the database is slow or this"
                        + " machine has too much to do.");
    }

    /** Catches everything: what is thrown after the timeout would be logged as James's fault. */
    private Result look() {
        try {
            return result(
                    wiring.find(HealthReport.class)
                            .map(HealthReport::look)
                            // Without our module there is nothing else to look at.
                            .orElseGet(() -> InstallationFindings.of(installation)));
        } catch (RuntimeException | LinkageError e) {
            LOGGER.warn("The health of shared mailboxes cannot be looked at", e);
            return Result.unhealthy(
                    NAME,
                    "The check failed ("
                            + e.getClass().getSimpleName()
                            + "); the log says where, as a warning.");
        }
    }

    private static Result result(List<Finding> findings) {
        ResultStatus worst = worst(findings);
        if (worst == ResultStatus.HEALTHY) {
            // James's healthy result has no room for details.
            return Result.healthy(NAME);
        }
        String cause = findings.stream().map(Finding::text).collect(Collectors.joining(" "));
        return worst == ResultStatus.UNHEALTHY
                ? Result.unhealthy(NAME, cause)
                : Result.degraded(NAME, cause);
    }

    private static ResultStatus worst(List<Finding> findings) {
        return findings.stream()
                .map(Finding::status)
                .reduce(ResultStatus::merge)
                .orElse(ResultStatus.HEALTHY);
    }
}
