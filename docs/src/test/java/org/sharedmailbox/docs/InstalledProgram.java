/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program of this machine that reads what is written for it, and says what is wrong. */
final class InstalledProgram {
    private InstalledProgram() {}

    /**
     * Returns what it says of its input; empty if that is nothing but good. Where it is not
     * installed, the test is skipped.
     *
     * @param debianPackage where it is from
     */
    static String complaint(String debianPackage, String input, String... command)
            throws IOException, InterruptedException {
        assumeTrue(
                isInstalled(command[0]),
                command[0] + " is not installed: apt-get install " + debianPackage);
        Path errors = Files.createTempFile("complaint", ".txt");
        try {
            Process process =
                    new ProcessBuilder(List.of(command)).redirectError(errors.toFile()).start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = process.waitFor();
            String complaint = Files.readString(errors);
            return end == 0 ? complaint : said + complaint + "exit code " + end;
        } finally {
            Files.delete(errors);
        }
    }

    private static boolean isInstalled(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
