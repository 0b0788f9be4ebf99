/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

import com.google.auto.value.AutoValue;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Optional;
import java.util.function.Supplier;

/** The answer of a rule: permitted, or refused with a reason that helps the person concerned. */
@AutoValue
public abstract class Decision {
    private static final Decision PERMITTED = new AutoValue_Decision(Optional.empty());

    Decision() {}

    public static Decision permitted() {
        return PERMITTED;
    }

    @FormatMethod
    public static Decision refused(@FormatString String reason, Object... arguments) {
        return new AutoValue_Decision(Optional.of(String.format(reason, arguments)));
    }

    /** Returns the reason of a refusal; empty if permitted. */
    public abstract Optional<String> reason();

    public boolean isPermitted() {
        return reason().isEmpty();
    }

    /** Returns this refusal, or else the answer of the next rule. */
    public Decision and(Supplier<Decision> next) {
        return isPermitted() ? next.get() : this;
    }
}
