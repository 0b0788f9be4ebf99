/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A terminal with a program in it, and somebody who reads before they press keys. */
public final class Terminal implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern CONTROL =
            Pattern.compile("\\x1b(\\[[0-9;?]*[a-zA-Z]|[()].|[^\\[()])|[\\x00-\\x08\\x0e-\\x1f]");

    private final Program script;
    private final Process process;
    private int before;

    private Terminal(Program script, Process process) {
        this.script = script;
        this.process = process;
    }

    /** A terminal of 30 lines, with this command line of a shell in it. */
    static Terminal with(String commandLine, Path directory) {
        Program script = Program.ofPackage("bsdutils", "script", directory);
        return new Terminal(
                script,
                script.startForInput(
                        "-qefc", "stty rows 30 cols 100; " + commandLine, "typescript"));
    }

    /** Waits until this is written, after keys were last pressed; programs write in any order. */
    public void awaits(String text) {
        try {
            Awaitility.await(text).atMost(TIMEOUT).until(() -> all().indexOf(text, before) >= 0);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(text + " is not written, but:\n" + all().substring(before), e);
        }
    }

    /** Presses these keys. */
    public void types(String keys) {
        before = all().length();
        OutputStream keyboard = process.getOutputStream();
        try {
            keyboard.write(keys.getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the program has ended by itself. */
    public void awaitsEnd() {
        Awaitility.await("the end of the program").atMost(TIMEOUT).until(() -> !process.isAlive());
    }

    private String all() {
        return CONTROL.matcher(script.output()).replaceAll("");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
