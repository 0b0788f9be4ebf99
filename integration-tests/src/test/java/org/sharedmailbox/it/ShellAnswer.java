/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sharedmailbox.it.client.PlainEnvironment;

/** What a command has written, and its exit code. */
final class ShellAnswer {
    private final int code;
    private final String text;

    private ShellAnswer(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** Runs a command in that folder, with the Java of the tests. */
    static ShellAnswer of(Path folder, String command) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        PlainEnvironment.of(shell);
        Path java = Path.of(System.getProperty("java.home"), "bin");
        shell.environment().merge("PATH", java.toString(), (old, ours) -> ours + ":" + old);
        Process process = shell.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ShellAnswer(process.waitFor(), text);
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }
}
