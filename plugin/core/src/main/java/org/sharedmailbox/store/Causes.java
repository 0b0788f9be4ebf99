/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.Objects;
import java.util.stream.Stream;

/** What failures come from, without what James brings: the command line asks, too. */
final class Causes {
    private Causes() {}

    /** Returns the failure, its cause, and so on. */
    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
