/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files in {@code target/benchmark}, in which benchmarks leave what they have measured. */
public final class ResultFiles {
    private static final Path DIRECTORY = Path.of("target", "benchmark");

    private ResultFiles() {}

    /** Writes a file of that name, in the place of an earlier one. */
    public static void write(String name, CharSequence text) {
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(DIRECTORY.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
