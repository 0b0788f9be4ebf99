/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.mail.Flags;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageUid;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A selected mailbox full of news, that records which of its methods were called. */
public final class FakeSelectedMailbox implements InvocationHandler {
    private final List<String> calls = new ArrayList<>();
    private final TreeSet<MessageUid> uids = new TreeSet<>(List.of(MessageUid.of(7)));
    private boolean deleted = true;

    SelectedMailbox asSelected() {
        return (SelectedMailbox)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {SelectedMailbox.class}, this);
    }

    /** Something to call that method of a selected mailbox with. */
    public static Object[] argumentsFor(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == int.class ? (Object) 1 : null)
                .toArray();
    }

    /** What it answers when asked whether others have deleted it; true at first. */
    void isDeleted(boolean answer) {
        deleted = answer;
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        calls.add(method.getName());
        Class<?> type = method.getReturnType();
        if (method.getName().equals("isDeletedByOtherSession")) {
            return deleted;
        } else if (type == boolean.class) {
            return true;
        } else if (type == int.class) {
            return 3;
        } else if (type == long.class) {
            return 3L;
        } else if (type == Mono.class) {
            return Mono.empty();
        } else if (type == Optional.class) {
            return Optional.of(uids.first());
        } else if (type == Flags.class) {
            return new Flags("keyword");
        } else if (type.isAssignableFrom(TreeSet.class) && type != Object.class) {
            return uids;
        }
        return null;
    }
}
