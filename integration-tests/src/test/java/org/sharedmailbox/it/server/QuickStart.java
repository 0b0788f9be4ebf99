/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Options of Java for a James that lives for seconds: it starts in a third of the time. Benchmarks
 * go without, see the property in the build.
 *
 * <p>It takes the classes of James from an archive of classes that were read and verified before,
 * which the first test makes, and compiles what is called often, but not as well as can be. Java
 * looks whether the archive is of the same jars, and reads those if not.
 */
final class QuickStart {
    private static final String COMPILE_SOON = "-XX:TieredStopAtLevel=1";

    /** Takes {@link #COMPILE_SOON} back. */
    static final String COMPILE_WELL = "-XX:TieredStopAtLevel=4";

    private QuickStart() {}

    /** The options for servers whose directories lie in this one; the archive is beside it. */
    static synchronized List<String> options(Path directories) {
        if (!Boolean.getBoolean("stockJames.quickStart")) {
            return List.of();
        }
        Path archive = directories.resolveSibling("classes.jsa");
        Path turn = archive.resolveSibling("classes.turn");
        try {
            Files.createDirectories(directories);
            try (FileChannel mine = FileChannel.open(turn, CREATE, WRITE)) {
                // Until it is closed. Tests that run at the same time wait for the first.
                mine.lock();
                if (!Files.exists(archive)) {
                    make(archive);
                }
            }
            // It is empty where Java has made none.
            return Files.size(archive) == 0
                    ? List.of(COMPILE_SOON)
                    : List.of(COMPILE_SOON, "-XX:SharedArchiveFile=" + archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts and stops a James, because Java writes the archive when it ends. */
    private static void make(Path archive) throws IOException {
        Path unfinished = archive.resolveSibling(archive.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (StockJames james =
                StockJames.named("class-archive")
                        .withoutPlugin()
                        .layOut(List.of(COMPILE_SOON, "-XX:ArchiveClassesAtExit=" + unfinished))) {
            james.start().stop();
        } catch (IllegalStateException tooSlow) {
            // A machine that busy gets none: half an archive is worse.
            Files.deleteIfExists(unfinished);
        }
        if (Files.exists(unfinished)) {
            Files.move(unfinished, archive);
        } else {
            Files.createFile(archive);
        }
    }
}
