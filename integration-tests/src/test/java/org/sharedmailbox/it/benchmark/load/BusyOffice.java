/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sharedmailbox.it.benchmark.load.Shift.Phase;
import org.sharedmailbox.it.server.StockJames;

/** Shared mailboxes in which many work, on one server, and a thread for each who works. */
final class BusyOffice implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Shift shift = new Shift();
    private final List<BusyMailbox> mailboxes;
    private List<Future<?>> atWork = List.of();

    private BusyOffice(Crowd crowd, int mailboxes, int sessions) {
        this.mailboxes =
                IntStream.range(0, mailboxes)
                        .mapToObj(n -> new BusyMailbox(crowd, "team" + n, sessions, shift))
                        .collect(Collectors.toList());
    }

    /** Starts that server, with so many mailboxes and as many sessions in each. */
    static BusyOffice on(StockJames james, int mailboxes, int sessions) {
        return new BusyOffice(Crowd.on(james), mailboxes, sessions);
    }

    List<BusyMailbox> mailboxes() {
        return mailboxes;
    }

    /** Has the sessions work from now on. */
    void open() {
        atWork =
                begin(
                        mailboxes.stream()
                                .map(BusyMailbox::work)
                                .flatMap(Collection::stream)
                                .collect(Collectors.toList()));
    }

    /** Lets time pass. */
    void passes(Phase phase, Duration time) {
        shift.passes(phase, time);
    }

    /** Lets time pass in which the administrators work. */
    void passesWithAdministrators(Duration time) {
        shift.begin(Phase.WITH_ADMINISTRATORS);
        List<Future<?>> administrating =
                begin(
                        mailboxes.stream()
                                .map(BusyMailbox::administrator)
                                .collect(Collectors.toList()));
        shift.passes(Phase.WITH_ADMINISTRATORS, time);
        await(administrating);
    }

    /** Waits until all sessions have ended. */
    void shut() {
        shift.end();
        await(atWork);
    }

    private List<Future<?>> begin(Collection<? extends Callable<?>> work) {
        List<Future<?>> begun = new ArrayList<>();
        work.forEach(one -> begun.add(threads.submit(one)));
        return begun;
    }

    /** Waits for them, and throws what any of them has thrown. */
    private static void await(List<Future<?>> work) {
        try {
            for (Future<?> one : work) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        shift.end();
        threads.shutdownNow();
    }
}
