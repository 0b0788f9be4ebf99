/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of a few megabytes, which a test can fill. */
public final class SmallDisk implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 30;
    private static final int CHUNK = 4_096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one; skips the test with a message where that is not permitted. */
    public static SmallDisk mount(Path folder, int megabytes) {
        assumeTrue(
                succeeds(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "size=" + megabytes + "m",
                        "tmpfs",
                        "" + folder),
                "A full disk is not tried: this user may not mount a small file system (root may,"
                        + " and a container that has CAP_SYS_ADMIN)");
        return new SmallDisk(folder);
    }

    /** Where it is mounted. */
    public Path folder() {
        return folder;
    }

    /** Leaves no octet free. */
    public void fill() {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(new byte[CHUNK]);
            }
        } catch (IOException e) {
            // It is full.
        }
    }

    /** Gives back what was filled. */
    public void empty() {
        try {
            Files.delete(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() {
        if (!succeeds("umount", "--lazy", folder.toString())) {
            throw new IllegalStateException("Still mounted: " + folder);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
