/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.reflect.Reflection;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.sharedmailbox.delegation.Delegations;

/** Counts how often the store, or the cache before it, is asked what a delegate holds. */
final class CountedDelegations {
    private final AtomicInteger asked = new AtomicInteger();
    private final Delegations counted;

    CountedDelegations(Delegations real) {
        this.counted =
                Reflection.newProxy(
                        Delegations.class,
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("ofDelegate")) {
                                asked.incrementAndGet();
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw Optional.ofNullable(e.getCause()).orElse(e);
                            }
                        });
    }

    Delegations counted() {
        return counted;
    }

    int asked() {
        return asked.get();
    }
}
