/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.sharedmailbox.it.client.PlainEnvironment;

/** Somebody who types one command after another into bash, and sees what each writes. */
final class Bash {
    private static final int SECONDS = 300;

    /** Stands in the output behind each command. */
    private static final String BORDER = "\u001e";

    private final Path folder;
    private final Map<String, String> variables;

    /**
     * @param folder where they work, and what they are at home in
     * @param variables what is in their environment
     */
    Bash(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = variables;
    }

    /** Types the commands; what each has written. The exit code of the last is that of bash. */
    List<String> types(List<String> commands) throws IOException, InterruptedException {
        Path script = Files.createTempFile(folder, "typed", ".sh");
        Path output = Files.createTempFile(folder, "typed", ".out");
        Files.writeString(script, String.join("\nprintf '\\036'\n", commands) + "\n");
        ProcessBuilder bash =
                new ProcessBuilder("bash", script.toString())
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        PlainEnvironment.of(bash);
        bash.environment().put("HOME", folder.toString());
        bash.environment().put("LC_ALL", "C.UTF-8");
        bash.environment().putAll(variables);
        Path java = Path.of(System.getProperty("java.home"), "bin");
        bash.environment().merge("PATH", java.toString(), (old, ours) -> ours + ":" + old);
        Process process = bash.start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String written = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended) {
            throw new AssertionError("bash runs for " + SECONDS + " s:\n" + written);
        }
        List<String> outputs = new ArrayList<>(List.of(written.split(BORDER, -1)));
        if (outputs.size() != commands.size()) {
            throw new AssertionError("bash has not come to the end:\n" + written);
        }
        return outputs;
    }
}
