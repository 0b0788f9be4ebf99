/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.implementation.FixedValue;

/**
 * Our classes and James's once more, with a default method more in some of James's interfaces, as a
 * newer James brings it. Nothing that our classes were compiled against knows the method.
 */
final class NewerJames extends ClassLoader {
    /** The name of the method, which takes nothing and by itself answers {@link #BY_DEFAULT}. */
    static final String ADDED = "addedByANewerJames";

    static final String BY_DEFAULT = "default";

    private static final Set<String> MADE_ANEW = Set.of("org.sharedmailbox.", "org.apache.james.");

    private final Set<String> grown;

    NewerJames(Class<?>... grown) {
        super(NewerJames.class.getClassLoader());
        this.grown = Arrays.stream(grown).map(Class::getName).collect(Collectors.toSet());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            if (MADE_ANEW.stream().noneMatch(name::startsWith)) {
                return super.loadClass(name, resolve);
            }
            byte[] code = grown.contains(name) ? grow(getParent().loadClass(name)) : read(name);
            return defineClass(name, code, 0, code.length);
        }
    }

    private static byte[] grow(Class<?> type) {
        return new ByteBuddy()
                .redefine(type)
                .defineMethod(ADDED, String.class, Visibility.PUBLIC)
                .intercept(FixedValue.value(BY_DEFAULT))
                .make()
                .getBytes();
    }

    private byte[] read(String name) throws ClassNotFoundException {
        try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return code.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
