/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.james.DisconnectorNotifier;
import org.apache.james.core.Username;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A James that closes the connections of users, as 3.9 does. */
public final class JamesWithDisconnector implements DisconnectorNotifier, JamesServices {
    /** One for each connection; null where nobody has logged in, over SMTP. */
    private final List<Optional<Username>> connections = new CopyOnWriteArrayList<>();

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    JamesWithDisconnector connected(@Nullable Username user) {
        connections.add(Optional.ofNullable(user));
        return this;
    }

    void fail(boolean fails) {
        failing = fails;
    }

    List<Optional<Username>> connections() {
        return connections;
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void disconnect(Request request) {
        requests.add(request);
        if (failing) {
            throw new IllegalStateException("failing as told");
        }
        connections.removeIf(user -> ((MultipleUserRequest) request).contains(user.orElse(null)));
        // As James does with its users repository: not every thread may.
        Mono.just(request).hide().block();
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }
}
