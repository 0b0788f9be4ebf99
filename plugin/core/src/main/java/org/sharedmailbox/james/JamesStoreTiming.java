/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.sharedmailbox.transaction.StoreTiming;

/** {@link StoreTiming} by a timer of James. */
public class JamesStoreTiming implements StoreTiming {
    /** The name of the timer. */
    static final String NAME = "sharedmailbox.store.lookup";

    private final MetricFactory metrics;

    @Inject
    public JamesStoreTiming(MetricFactory metrics) {
        this.metrics = metrics;
    }

    @Override
    public <T> T time(Supplier<T> lookUp) {
        return metrics.decorateSupplierWithTimerMetric(NAME, lookUp);
    }
}
