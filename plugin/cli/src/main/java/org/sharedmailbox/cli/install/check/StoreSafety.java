/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.install.part.Status;

/** Looks at where the store is, and whether what is in it stays. */
final class StoreSafety {
    private static final String FILE = "shared-mailboxes.properties";
    private static final String H2 = "jdbc:h2:";

    private static final String STORE = "store";
    private static final String NOT_KEPT = "store.not-kept";

    private static final String IN_MEMORY = "tmpfs|ramfs";
    private static final String LAYERS = "overlay|overlayfs|aufs";

    private final InstalledJames james;

    private StoreSafety(InstalledJames james) {
        this.james = james;
    }

    static Finding of(InstalledJames james) throws IOException {
        return new StoreSafety(james).finding();
    }

    private Finding finding() throws IOException {
        Optional<String> url = Settings.of(james, FILE).value("store.url");
        if (url.filter(written -> !written.isEmpty() && !written.startsWith(H2)).isPresent()) {
            return finding(
                    Status.OK,
                    STORE,
                    url.get().contains("${")
                            ? "the environment says where the store is, which is not looked at"
                            : "the store is not embedded");
        }
        if (url.filter(written -> written.startsWith(H2 + "mem:")).isPresent()) {
            return finding(
                    Status.DANGEROUS,
                    NOT_KEPT,
                    "the embedded store is in memory, and empty after a restart; set store.url");
        }
        if (url.filter(written -> written.matches(H2 + "(tcp|ssl):.*")).isPresent()) {
            return finding(
                            Status.DANGEROUS,
                            "store.h2-server",
                            "James does not start with a store in a server of H2, which other"
                                    + " servers could use unnoticed; write")
                    .adding("store.url=jdbc:postgresql://host/database");
        }
        Optional<String> shared =
                Stream.of("rabbitmq.properties", "cassandra.properties", "pulsar.properties")
                        .filter(name -> Files.exists(james.configurationFile(name)))
                        .findFirst();
        if (shared.isPresent()) {
            return finding(
                            Status.DANGEROUS,
                            "store.several-nodes",
                            shared.get()
                                    + " is there, so this James "
                                    + (shared.get().startsWith("cassandra") ? "may be" : "is")
                                    + " one of several nodes; each of them would have a store of its own, and the members of a"
                                    + " mailbox would differ; write")
                    .adding("store.url=jdbc:postgresql://host/database");
        }
        Path folder = folder(url);
        return danger(folder)
                .map(
                        reason ->
                                finding(
                                        Status.DANGEROUS,
                                        NOT_KEPT,
                                        String.format(
                                                "the embedded store is in %s, %s; move James, or"
                                                        + " set store.url",
                                                folder, reason)))
                .orElseGet(() -> finding(Status.OK, STORE, "the embedded store is in " + folder));
    }

    /** Returns why what is in a folder may be gone tomorrow; empty if nothing says so. */
    private static Optional<String> danger(Path folder) throws IOException {
        boolean isEmptied =
                Stream.of(
                                System.getProperty("java.io.tmpdir"),
                                "/tmp",
                                "/run",
                                "/var/run",
                                "/dev/shm")
                        .anyMatch(folder::startsWith);
        if (isEmptied) {
            return Optional.of("which the system may empty, when it starts at the latest");
        }
        String type = Files.getFileStore(folder).type();
        if (type.matches(IN_MEMORY)) {
            return Optional.of("which is in memory (" + type + ") and empty after a restart");
        }
        return type.matches(LAYERS)
                ? Optional.of(
                        "which is, seen from here, a layer of a container ("
                                + type
                                + "), and goes with it unless a volume is mounted there")
                : Optional.empty();
    }

    /** Returns the nearest folder that is there already. */
    private Path folder(Optional<String> url) throws IOException {
        Path folder =
                url.filter(written -> written.startsWith(H2))
                        .flatMap(this::folderOfFile)
                        .orElse(james.folder().resolve("var"));
        while (!Files.exists(folder)) {
            folder = Optional.ofNullable(folder.getParent()).orElse(james.folder());
        }
        return folder.toRealPath();
    }

    private Optional<Path> folderOfFile(String url) {
        String file = url.substring(H2.length()).replaceFirst("^file:", "").replaceFirst(";.*", "");
        if (file.startsWith("~/")) {
            file = System.getProperty("user.home") + file.substring(1);
        }
        try {
            return Optional.ofNullable(james.folder().resolve(file).getParent());
        } catch (InvalidPathException e) {
            // Which James refuses itself.
            return Optional.empty();
        }
    }

    private Finding finding(Status status, String code, String message) {
        return Finding.of(status, code, james.shortName(james.configurationFile(FILE)), message);
    }
}
