/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.proxy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Stand-ins for objects of James whose interfaces have more methods in newer versions, so that no
 * class of ours can implement them for all.
 */
public final class Proxies {
    private Proxies() {}

    /** Returns an object of that interface, all of whose methods go to the handler. */
    public static <T> T of(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        Proxies.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Returns what the object itself answers, or throws what it throws. */
    public static @Nullable Object forward(
            Object object, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
