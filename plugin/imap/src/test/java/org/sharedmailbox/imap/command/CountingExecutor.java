/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.command;

import com.google.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.inject.Inject;
import reactor.core.publisher.Mono;

/** The executor, and how many commands have entered it. */
@Singleton
public final class CountingExecutor extends CommandExecutor {
    private final AtomicInteger entered = new AtomicInteger();

    @Inject
    CountingExecutor(BlockingScheduler scheduler, SignInCheck signIns) {
        super(scheduler, signIns);
    }

    public int entered() {
        return entered.get();
    }

    @Override
    Mono<Void> execute(
            CommandContext<?> context,
            Supplier<Mono<Void>> command,
            Supplier<Mono<Void>> overLimit) {
        entered.incrementAndGet();
        return super.execute(context, command, overLimit);
    }
}
