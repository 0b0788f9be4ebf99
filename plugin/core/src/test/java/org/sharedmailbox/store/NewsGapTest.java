/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NewsGapTest {
    private final NewsGap gap = new NewsGap();

    /** Returns the gaps in milliseconds after news of those moments. */
    private List<Long> after(long... millis) {
        return LongStream.of(millis)
                .mapToObj(moment -> gap.after(moment * 1_000_000).toMillis())
                .collect(Collectors.toList());
    }

    @Test
    void growsWhileNewsKeepsComingAndNeverUpToASecond() {
        assertThat(after(0, 100, 300, 700, 1200, 1700))
                .containsExactly(100L, 200L, 400L, 500L, 500L, 500L);
    }

    @Test
    void isShortAgainAfterSomeQuiet() {
        assertThat(after(0, 100, 300, 1201, 2000)).containsExactly(100L, 200L, 400L, 100L, 100L);
    }

    @Test
    void newsNowAndThenIsHandedOutAtOnce() {
        assertThat(after(-5_000, 0, 1_000, 2_000)).containsExactly(100L, 100L, 100L, 100L);
    }
}
