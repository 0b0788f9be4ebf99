/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.it.benchmark.Figures;
import org.sharedmailbox.it.benchmark.Samples;
import org.sharedmailbox.it.benchmark.load.Shift.Phase;

/** What was seen in a {@link BusyOffice}, told in a table. */
final class AdministrationFigures {
    /** It goes through its listeners while others who select a folder add theirs. */
    private static final String FAULT_OF_BUS = "InVMEventBus.registeredListenersByKeys(";

    private static final int MAX_TOLD = 10;

    private final Figures figures;
    private final List<BusyMailbox> mailboxes;

    AdministrationFigures(Figures figures, List<BusyMailbox> mailboxes) {
        this.figures = figures;
        this.mailboxes = mailboxes;
    }

    /** Adds what the administrators did within that time, and has them begin anew. */
    void addChanges(String when, Duration time) {
        addLatency(
                "grant, " + when, all(administrators().map(RevokingAdministrator::grants)), time);
        addLatency(
                "revocation, " + when,
                all(administrators().map(RevokingAdministrator::revocations)),
                time);
        administrators().forEach(RevokingAdministrator::forgetTimes);
    }

    /** Adds what the sessions did in a phase that lasted that long. */
    void addCommands(String what, Phase phase, Duration time) {
        addLatency(what, all(sessions().map(session -> session.samplesOf(phase))), time);
    }

    private void addLatency(String what, Samples samples, Duration time) {
        figures.add(
                what,
                String.format(
                        Locale.ROOT,
                        "%,.0f a second; median %.1f ms, 99 %% %.1f ms",
                        samples.size() * 1_000.0 / time.toMillis(),
                        samples.medianMicros() / 1_000,
                        samples.quantileMicros(0.99) / 1_000));
    }

    /** Adds what must never happen. */
    void addFaults(List<String> log) {
        int revocations = administrators().mapToInt(one -> one.revoked()).sum();
        addNone(
                String.format(
                        Locale.ROOT,
                        "commands carried out after one of %,d revocations was answered",
                        revocations),
                administrators().mapToInt(RevokingAdministrator::letIn).sum());
        addNone(
                String.format(
                        Locale.ROOT,
                        "the same, of %,d that came from clients who never stop trying",
                        delegates().mapToInt(PersistentDelegate::tries).sum()),
                delegates().mapToInt(PersistentDelegate::letIn).sum());
        addNone(
                "commands refused after a grant was answered",
                administrators().mapToInt(RevokingAdministrator::keptOut).sum());
        List<String> refusals =
                sessions()
                        .map(WorkingSession::refusals)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toList());
        long faults = log.stream().filter(line -> line.contains(FAULT_OF_BUS)).count();
        figures.add("STOREs that James's event bus fails by itself", faults + "");
        addNone("commands of members refused, beside those", refusals.size() - faults);
        refusals.stream().distinct().limit(MAX_TOLD).forEach(System.out::println);
        long errors = log.stream().filter(line -> line.contains("[ERROR]")).count();
        addNone("errors in the log, beside those", errors - faults);
    }

    private void addNone(String what, long times) {
        figures.add(what, String.valueOf(Math.max(0, times)), "0", times <= 0);
    }

    private Stream<RevokingAdministrator> administrators() {
        return mailboxes.stream().map(BusyMailbox::administrator);
    }

    private Stream<PersistentDelegate> delegates() {
        return mailboxes.stream().map(BusyMailbox::delegate);
    }

    private Stream<WorkingSession> sessions() {
        return mailboxes.stream().map(BusyMailbox::members).flatMap(Collection::stream);
    }

    private static Samples all(Stream<Samples> samples) {
        Samples all = new Samples();
        samples.forEach(all::addAll);
        return all;
    }
}
