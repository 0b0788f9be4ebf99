/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.proxy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object of James that tells which of its methods were called. */
public final class Wrapped implements InvocationHandler {
    /** What it answers to a method that nobody knows. */
    static final String FORWARDED = "forwarded";

    private final List<Object> arguments = new ArrayList<>();
    private final Map<String, Object> answers;

    private Wrapped(Map<String, Object> answers) {
        this.answers = answers;
    }

    /** Makes one that gives these answers, by the name of the method. */
    public static Wrapped answering(Map<String, Object> answers) {
        return new Wrapped(answers);
    }

    public <T> T as(Class<T> type) {
        return Proxies.of(type, this);
    }

    /** Returns the last argument of that type which any method was called with. */
    public <T> T given(Class<T> type) {
        return arguments.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] called) {
        if (called != null) {
            arguments.addAll(List.of(called));
        }
        Object answer = answers.get(method.getName());
        if (answer != null) {
            return answer;
        }
        return method.getReturnType() == String.class
                ? FORWARDED
                : method.getReturnType() == Optional.class ? Optional.empty() : null;
    }
}
