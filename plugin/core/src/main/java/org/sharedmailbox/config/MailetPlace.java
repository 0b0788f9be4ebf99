/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.auto.value.AutoValue;
import java.util.OptionalInt;

/** Whether one of the plugin's mailets is where it has to be, and if not, why. Immutable. */
@AutoValue
public abstract class MailetPlace {
    /** What is right or wrong. */
    public enum Kind {
        RIGHT,
        /** It is not in the processor. */
        MISSING,
        /** It is {@code SharedSentCopy}, and in front of {@code DelegatedSender}. */
        BEFORE_SENDER,
        /** No mail gets past another one in front of it. */
        UNREACHED,
        /** Mail for which the matcher of another one in front of it holds does not get to it. */
        BYPASSED,
        /** Its own matcher is not {@code All}. */
        NOT_FOR_ALL
    }

    MailetPlace() {}

    static MailetPlace missing() {
        return of(Kind.MISSING, OptionalInt.empty(), OptionalInt.empty());
    }

    static MailetPlace of(Kind kind, int index) {
        return of(kind, OptionalInt.of(index), OptionalInt.empty());
    }

    static MailetPlace behind(Kind kind, int obstacle, int index) {
        return of(kind, OptionalInt.of(index), OptionalInt.of(obstacle));
    }

    private static MailetPlace of(Kind kind, OptionalInt index, OptionalInt obstacle) {
        return new AutoValue_MailetPlace(kind, index, obstacle);
    }

    public abstract Kind kind();

    /** Returns which mailet of the processor it is, from 0 on; empty if it is missing. */
    public abstract OptionalInt index();

    /** Returns which mailet in front of it mail does not get past. */
    public abstract OptionalInt obstacle();

    boolean isRight() {
        return kind() == Kind.RIGHT;
    }
}
