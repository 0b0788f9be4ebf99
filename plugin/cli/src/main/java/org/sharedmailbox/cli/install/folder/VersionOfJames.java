/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.cli.install.part.JamesVersion;
import org.sharedmailbox.cli.install.text.RefusedException;

/** Finds out which James is in a folder: by its libraries, else by the jar that is running. */
final class VersionOfJames {
    /** A library that all flavours have. */
    private static final Pattern JAMES = Pattern.compile("james-server-core-\\d.*\\.jar");

    private static final Pattern SPRING = Pattern.compile("james-server-spring-\\d.*\\.jar");

    /** James 3.9 has the version of Guice that knows jakarta.inject. */
    private static final Pattern GUICE_OF_JAKARTA = Pattern.compile("guice-([7-9]|\\d\\d).*\\.jar");

    /** In the jar for James 3.9 the build has renamed this, as it has in all classes. */
    private static final String INJECT = "javax.inject.Inject";

    private VersionOfJames() {}

    static JamesVersion in(Path folder) throws IOException {
        List<String> libraries = libraries(folder);
        if (libraries.stream().anyMatch(name -> GUICE_OF_JAKARTA.matcher(name).matches())) {
            return JamesVersion.V3_9;
        }
        if (libraries.stream().anyMatch(name -> JAMES.matcher(name).matches())) {
            return JamesVersion.V3_8;
        }
        return ofRunningCode();
    }

    /**
     * @throws RefusedException if it is the James that is put together by Spring
     */
    static void refuseSpring(Path folder) throws IOException {
        if (libraries(folder).stream().anyMatch(name -> SPRING.matcher(name).matches())) {
            throw new RefusedException(
                    folder
                            + " is the James with Spring, which has no extensions: the plugin needs"
                            + " one of those with Guice (memory, jpa, cassandra, distributed,"
                            + " postgres)");
        }
    }

    private static List<String> libraries(Path folder) throws IOException {
        List<String> libraries = new ArrayList<>();
        for (Path below : files(folder)) {
            if (Files.isDirectory(below) && Files.isReadable(below)) {
                files(below).forEach(file -> libraries.add(String.valueOf(file.getFileName())));
            }
        }
        return libraries;
    }

    /** Returns the James that a class is for, which has to name that annotation. */
    static JamesVersion of(String classFile) {
        boolean isAsRunningCode = classFile.contains(INJECT.replace('.', '/'));
        return isAsRunningCode == (ofRunningCode() == JamesVersion.V3_8)
                ? JamesVersion.V3_8
                : JamesVersion.V3_9;
    }

    private static JamesVersion ofRunningCode() {
        return INJECT.startsWith("jakarta") ? JamesVersion.V3_9 : JamesVersion.V3_8;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toUnmodifiableList());
        }
    }
}
