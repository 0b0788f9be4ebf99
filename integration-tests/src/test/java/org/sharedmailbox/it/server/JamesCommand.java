/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a James is started in its working directory. Immutable. */
final class JamesCommand {
    private final Path directory;
    private final List<String> words;
    private final Map<String, String> environment;
    private final boolean log;

    private JamesCommand(
            Path directory, List<String> words, Map<String, String> environment, boolean log) {
        this.directory = directory;
        this.words = words;
        this.environment = environment;
        this.log = log;
    }

    /**
     * The published jars of the memory flavour.
     *
     * @param heap in MiB
     * @param options for Java, beside those that every James gets
     */
    static JamesCommand published(Path directory, int heap, List<String> options) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> words = new ArrayList<>(List.of(java.toString(), "-Xmx" + heap + "m"));
        words.addAll(options);
        words.addAll(
                List.of(
                        "-Dworking.directory=" + directory,
                        "-Dlogback.configurationFile=conf/logback.xml",
                        "-cp",
                        Installation.fromBuild("stockJames.lib") + "/*",
                        "org.apache.james.MemoryJamesServerMain"));
        return new JamesCommand(directory, words, Map.of(), true);
    }

    /** The script of an operator, who may have James log to wherever they want. */
    static JamesCommand script(Path directory, Map<String, String> environment) {
        return new JamesCommand(directory, List.of("sh", JamesHome.SCRIPT), environment, false);
    }

    ProcessBuilder process() {
        ProcessBuilder process = new ProcessBuilder(words).directory(directory.toFile());
        process.environment().putAll(environment);
        return process;
    }

    Path directory() {
        return directory;
    }

    /** Whether what it writes tells that it has started. */
    boolean saysWhenStarted() {
        return log;
    }
}
