/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is to be seen of a long import. */
class ImportProgressTest {
    private final StringWriter written = new StringWriter();
    private long now = 5;

    @Test
    void aTerminalShowsABarThatLeavesNothingBehind() {
        ImportProgress progress = progress(true, 200);
        progress.sent(50);
        after(1);
        progress.show();
        progress.sent(150);
        after(1);
        progress.show();
        progress.end();

        assertThat(written.toString().split("\r"))
                .containsExactly(
                        "",
                        "[#######.......................] 25 % sent: 1 s",
                        "[##############################] sent, James is at it: 2 s",
                        " ".repeat(58));
    }

    @Test
    void elsewhereThereIsALineNowAndThen() {
        ImportProgress progress = progress(false, 200);
        progress.sent(50);
        for (int second = 1; second <= 20; second++) {
            after(1);
            progress.show();
        }
        progress.end();

        assertThat(written.toString().lines())
                .containsExactly("25 % sent: 10 s", "25 % sent: 20 s");
    }

    @Test
    void whatIsDoneWithinASecondShowsNothing() {
        ImportProgress progress = progress(true, 200);
        progress.sent(200);
        progress.end();

        assertThat(written.toString()).isEmpty();
    }

    private ImportProgress progress(boolean terminal, long octets) {
        return new ImportProgress(new PrintWriter(written, true), terminal, octets, () -> now);
    }

    private void after(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
