/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.cli.install.text.RefusedException;

class ChangeWriterTest {
    private static final byte[] BEFORE = "before".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AFTER = "after".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    @Test
    void whatFailsUndoesWhatWasDoneBefore() throws IOException {
        Path first = Files.write(folder.resolve("first.xml"), BEFORE);
        Path gone = folder.resolve("gone.xml");
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.createFile(full.resolve("file"));

        assertThatThrownBy(
                        () ->
                                ChangeWriter.write(
                                        List.of(
                                                FileChange.change(
                                                        first, "first.xml", BEFORE, AFTER, BEFORE),
                                                FileChange.create(
                                                        folder.resolve("new/file"), "new", AFTER),
                                                FileChange.delete(full, "full", BEFORE))))
                .isInstanceOf(IOException.class);
        assertThat(first).hasBinaryContent(BEFORE);
        assertThat(names()).containsExactly("first.xml", "full");

        assertThatThrownBy(
                        () ->
                                ChangeWriter.write(
                                        List.of(
                                                FileChange.change(
                                                        first, "first.xml", BEFORE, AFTER, BEFORE),
                                                FileChange.create(
                                                        gone.resolve("a/b"), "b", AFTER))))
                .isInstanceOf(IOException.class);
        assertThat(first).hasBinaryContent(BEFORE);
        assertThat(names()).containsExactly("first.xml", "full");
    }

    @Test
    void whatWasTakenAwayIsBackWithItsPermissions() throws IOException {
        Path file = Files.write(folder.resolve("file.xml"), BEFORE);
        Path gone = Files.write(folder.resolve("gone.xml"), BEFORE);
        for (Path each : List.of(file, gone)) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rw-r-----"));
        }
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.createFile(full.resolve("file"));

        assertThatThrownBy(
                        () ->
                                ChangeWriter.write(
                                        List.of(
                                                FileChange.change(
                                                        file, "file.xml", BEFORE, AFTER, BEFORE),
                                                FileChange.delete(gone, "gone.xml", BEFORE),
                                                FileChange.delete(full, "full", BEFORE))))
                .isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("file.xml", "full", "gone.xml");
        for (Path each : List.of(file, gone)) {
            assertThat(each).hasBinaryContent(BEFORE);
            assertThat(permissions(each)).isEqualTo("rw-r-----");
        }
    }

    @Test
    void whatCannotBeUndoneIsToldAndTheOthersAreUndone() {
        List<String> undone = new ArrayList<>();
        UndoSteps steps = new UndoSteps();
        steps.pushIfUndone("backup", () -> undone.add("backup"));
        steps.push("first.xml", () -> undone.add("first.xml"));
        steps.push(
                "second.xml",
                () -> {
                    throw new IOException("full");
                });

        assertThatThrownBy(() -> steps.undo(new IOException("cause")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("Some files are changed and others are not")
                .hasMessageContaining("could not be undone: second.xml; compare");
        assertThat(undone).containsExactly("first.xml");
    }

    @Test
    void whatFailsInAnyOtherWayIsToldToo() {
        List<String> undone = new ArrayList<>();
        UndoSteps steps = new UndoSteps();
        steps.push("first.xml", () -> undone.add("first.xml"));
        steps.push(
                "second.xml",
                () -> {
                    throw new RefusedException("another owner");
                });

        assertThatThrownBy(() -> steps.undo(new IOException("cause")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("could not be undone: second.xml; compare")
                .hasRootCauseMessage("cause");
        assertThat(undone).containsExactly("first.xml");
    }

    @Test
    void whatIsNewIsForWhoeverReadsTheFolder() throws IOException {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString("rwxrwx-w-"));

        ChangeWriter.write(
                List.of(
                        FileChange.create(conf.resolve("new"), "new", AFTER),
                        FileChange.create(conf.resolve("jars/jar"), "jars/jar", AFTER)));

        assertThat(permissions(conf.resolve("new"))).isEqualTo("rw-rw--w-");
        assertThat(permissions(conf.resolve("jars"))).isEqualTo("rwxrwx-w-");
        assertThat(permissions(conf.resolve("jars/jar"))).isEqualTo("rw-rw--w-");
        assertThat(Files.getOwner(conf.resolve("new"))).isEqualTo(Files.getOwner(conf));
    }

    @Test
    void aFileThatOthersMayUseOtherwiseIsNotTheSame() throws IOException {
        Path one = Files.write(folder.resolve("one"), BEFORE);
        Path other = Files.write(folder.resolve("other"), BEFORE);
        Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rw-rw----"));
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> Ownership.of(one).require(other))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("Nothing is changed: run this as ");
        Ownership.of(one).giveTo(other);
        Ownership.of(one).require(other);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aLinkInThePlaceOfTheUnfinishedFileIsNotFollowed() throws IOException {
        Path other = Files.write(folder.resolve("other"), BEFORE);
        Path file = folder.resolve("file.xml");
        Files.createSymbolicLink(folder.resolve("file.xml.for-shared-mailboxes.part"), other);

        ChangeWriter.write(List.of(FileChange.create(file, "file.xml", AFTER)));

        assertThat(other).hasBinaryContent(BEFORE);
        assertThat(file).hasBinaryContent(AFTER).isRegularFile();
    }

    @Test
    void permissionsStay() throws IOException {
        Path file = Files.write(folder.resolve("file.xml"), BEFORE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        ChangeWriter.write(List.of(FileChange.change(file, "file.xml", BEFORE, AFTER, BEFORE)));

        assertThat(file).hasBinaryContent(AFTER);
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(permissions(folder.resolve("file.xml.before-shared-mailboxes")))
                .isEqualTo("rw-r-----");
        assertThat(names()).containsExactly("file.xml", "file.xml.before-shared-mailboxes");
    }

    @Test
    void whatIsInPlaceIsOnTheDiskOnceForEachFolder() throws IOException {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        Path file = Files.write(conf.resolve("file.xml"), BEFORE);
        Path gone = Files.write(conf.resolve("gone.xml"), BEFORE);
        List<Path> forced = new ArrayList<>();

        ChangeWriter.write(
                List.of(
                        FileChange.change(file, "file.xml", BEFORE, AFTER, BEFORE),
                        FileChange.delete(gone, "gone.xml", BEFORE),
                        FileChange.create(folder.resolve("jars/jar"), "jars/jar", AFTER)),
                each -> {
                    assertThat(file).hasBinaryContent(AFTER);
                    assertThat(gone).doesNotExist();
                    assertThat(folder.resolve("jars/jar")).exists();
                    forced.add(each);
                });

        assertThat(forced).containsExactly(conf, folder.resolve("jars"), folder);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderIsForcedToTheDiskWhereThatIsOffered() {
        assertThatCode(() -> PartFile.force(folder)).doesNotThrowAnyException();
        assertThatCode(() -> PartFile.forceFolder(folder.resolve("cannot be opened")))
                .doesNotThrowAnyException();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
