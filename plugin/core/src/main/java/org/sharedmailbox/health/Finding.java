/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.health;

import com.google.auto.value.AutoValue;
import org.apache.james.core.healthcheck.ResultStatus;

/** Something to know, which mostly is wrong, and what to do about it. Immutable. */
@AutoValue
abstract class Finding {
    Finding() {}

    /** Returns one that is no fault, and worth knowing while something else is. */
    static Finding detail(String text) {
        return new AutoValue_Finding(ResultStatus.HEALTHY, text);
    }

    /** Returns one that most people do not notice yet. */
    static Finding degraded(String text) {
        return new AutoValue_Finding(ResultStatus.DEGRADED, text);
    }

    /** Returns one that keeps people from working. */
    static Finding unhealthy(String text) {
        return new AutoValue_Finding(ResultStatus.UNHEALTHY, text);
    }

    abstract ResultStatus status();

    /** Returns whole sentences, for an operator to read. */
    abstract String text();
}
