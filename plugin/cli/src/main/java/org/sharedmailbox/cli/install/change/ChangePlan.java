/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.Absence;
import org.sharedmailbox.cli.install.part.ConfigurationPart;
import org.sharedmailbox.cli.install.part.ConfigurationParts;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.install.part.Status;
import org.sharedmailbox.cli.install.text.RefusedException;
import org.sharedmailbox.cli.install.text.TextFile;

/** Works out which files are to be changed, and how, and changes none. */
public final class ChangePlan {
    private final InstalledJames james;

    private ChangePlan(InstalledJames james) {
        this.james = james;
    }

    /**
     * Returns what adds all that the plugin needs; nothing if it is there.
     *
     * @throws RefusedException if somebody has to decide or to correct something before
     */
    public static List<FileChange> toInstall(InstalledJames james) throws IOException {
        ChangePlan plan = new ChangePlan(james);
        List<FileChange> changes = new ArrayList<>(JarChanges.toInstall(james));
        for (ConfigurationPart part : ConfigurationParts.of(james.version())) {
            plan.unlessLeft(part, plan::writable).ifPresent(changes::add);
        }
        return changes;
    }

    /** Returns what takes it out again; nothing if it is not there. */
    public static List<FileChange> toUninstall(InstalledJames james) throws IOException {
        ChangePlan plan = new ChangePlan(james);
        List<FileChange> changes = new ArrayList<>();
        for (ConfigurationPart part : ConfigurationParts.of(james.version())) {
            plan.unlessLeft(part, plan::removed).ifPresent(changes::add);
        }
        changes.addAll(JarChanges.toUninstall(james));
        return changes;
    }

    /** What the plugin does without, and cannot be edited, is no reason to refuse the others. */
    private Optional<FileChange> unlessLeft(ConfigurationPart part, Change change)
            throws IOException {
        try {
            return change.of(part);
        } catch (RefusedException e) {
            if (part.absence() != Absence.LEFT) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Optional<FileChange> writable(ConfigurationPart part) throws IOException {
        Optional<FileChange> change = installed(part);
        if (change.isPresent()) {
            Writable.require(change.get());
        }
        return change;
    }

    private Optional<FileChange> installed(ConfigurationPart part) throws IOException {
        Path file = james.configurationFile(part.file());
        String name = james.shortName(file);
        Optional<TextFile> there = james.read(part.file());
        if (there.isEmpty() && part.absence() == Absence.LEFT) {
            return Optional.empty();
        }
        if (there.isEmpty() && part.absence() == Absence.MISSED) {
            throw new RefusedException(
                    name
                            + " is not there, so this James lacks what the plugin extends (IMAP,"
                            + " SMTP or mailets): nothing is changed");
        }
        TextFile current = there.orElseGet(() -> TextFile.empty(name));
        String text = current.text();
        refuse(part, text, name, Status.MISSPELT);
        String after = part.installed(text);
        refuse(part, after, name, Status.MISSING);
        refuse(part, after, name, Status.MISSPELT);
        if (after.equals(text)) {
            return Optional.empty();
        }
        if (there.isEmpty()) {
            return Optional.of(FileChange.create(file, name, current.encoded(after)));
        }
        return Optional.of(
                FileChange.change(
                        james.target(file),
                        name,
                        current.encoded(text),
                        current.encoded(after),
                        current.encoded(part.removed(text))));
    }

    private Optional<FileChange> removed(ConfigurationPart part) throws IOException {
        Path file = james.configurationFile(part.file());
        String name = james.shortName(file);
        Optional<TextFile> there = james.read(part.file());
        if (there.isEmpty()) {
            return Optional.empty();
        }
        String text = there.get().text();
        String after = part.removed(text);
        if (after.equals(text)) {
            return Optional.empty();
        }
        Path target = james.target(file);
        byte[] before = there.get().encoded(text);
        boolean isOurs = after.isEmpty() && Backups.of(target).isEmpty();
        return Optional.of(
                isOurs
                        ? FileChange.delete(target, name, before)
                        : FileChange.uninstall(target, name, before, there.get().encoded(after)));
    }

    private static void refuse(ConfigurationPart part, String text, String name, Status status) {
        for (Finding finding : part.check(text)) {
            if (finding.status() == status) {
                throw new RefusedException(
                        "Nothing is changed; first correct this: " + finding.in(name));
            }
        }
    }

    /** What is to be changed in one file; nothing if that is not needed. */
    private interface Change {
        Optional<FileChange> of(ConfigurationPart part) throws IOException;
    }
}
