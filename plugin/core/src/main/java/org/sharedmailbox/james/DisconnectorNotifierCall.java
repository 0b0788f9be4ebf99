/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.google.common.base.Throwables;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call of James 3.9's {@code DisconnectorNotifier}, by name: we are compiled against James 3.8,
 * which has no such class. The only place that calls James in this way. It sees public methods of
 * public classes and nothing else; ADR 10 says why, what that costs, and when it may go.
 */
final class DisconnectorNotifierCall {
    private static final Logger LOGGER = LoggerFactory.getLogger(DisconnectorNotifierCall.class);

    private static final String NOTIFIER = "org.apache.james.DisconnectorNotifier";

    private final Class<?> notifier;

    /** Takes the notifier and a {@code Set<Username>}. */
    private final MethodHandle disconnect;

    private DisconnectorNotifierCall(Class<?> notifier, MethodHandle disconnect) {
        this.notifier = notifier;
        this.disconnect = disconnect;
    }

    /** Returns the call; empty if this James is too old for it, or has changed it since. */
    static Optional<DisconnectorNotifierCall> find(ClassLoader james) {
        Class<?> notifier;
        try {
            notifier = Class.forName(NOTIFIER, false, james);
        } catch (ClassNotFoundException e) {
            LOGGER.debug("This James closes no connections for others", e);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new DisconnectorNotifierCall(notifier, disconnectBy(notifier, james)));
        } catch (ReflectiveOperationException | LinkageError e) {
            LOGGER.warn(
                    "This James closes connections in a way that is not known here. Whoever may"
                            + " not stay connected learns so at their next command",
                    e);
            return Optional.empty();
        }
    }

    private static MethodHandle disconnectBy(Class<?> notifier, ClassLoader james)
            throws ReflectiveOperationException {
        Class<?> request = Class.forName(NOTIFIER + "$Request", false, james);
        Class<?> users = Class.forName(NOTIFIER + "$MultipleUserRequest", false, james);
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle requestOf =
                lookup.findStatic(users, "of", MethodType.methodType(users, Set.class))
                        .asType(MethodType.methodType(request, Set.class));
        MethodHandle disconnect =
                lookup.findVirtual(
                        notifier, "disconnect", MethodType.methodType(void.class, request));
        return MethodHandles.filterArguments(disconnect, 1, requestOf)
                .asType(MethodType.methodType(void.class, Object.class, Set.class));
    }

    /** Returns James's interface, by which its service is found. */
    Class<?> notifier() {
        return notifier;
    }

    /** Has James close the connections of these users. May block. */
    void disconnect(Object service, Set<Username> users) {
        try {
            // James asks it for null too, for every SMTP connection on which nobody has logged in.
            disconnect.invokeExact(service, (Set<?>) new HashSet<>(users));
        } catch (Throwable e) {
            Throwables.throwIfUnchecked(e);
            throw new JamesFailureException("James cannot close connections", e);
        }
    }
}
