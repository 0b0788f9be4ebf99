/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.install.change.FileChange;
import org.sharedmailbox.cli.install.change.UnifiedDiff;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.text.Shown;
import picocli.CommandLine.Model.CommandSpec;

/** Says what a command has found or done, to people or, as one document of JSON, to scripts. */
final class Report {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final PrintWriter out;
    private final boolean json;

    Report(@Nullable CommandSpec spec, boolean json) {
        if (spec == null) {
            throw new IllegalStateException("Not called as a command");
        }
        this.out = spec.commandLine().getOut();
        this.json = json;
    }

    void checked(InstalledJames james, List<Finding> findings) {
        if (json) {
            JsonObject document = about(james);
            document.add("findings", findings(findings));
            out.println(GSON.toJson(document));
        } else {
            print(findings);
            DangerCodes.howToAccept(findings).ifPresent(out::println);
        }
    }

    void planned(InstalledJames james, List<FileChange> changes) {
        if (json) {
            printChanges(james, true, changes, Map.of(), List.of(), List.of());
        } else {
            changes.forEach(change -> out.print(UnifiedDiff.of(change)));
            out.flush();
        }
    }

    void installed(
            InstalledJames james,
            List<FileChange> changes,
            Map<String, Path> backups,
            List<Finding> leftToDo) {
        if (json) {
            printChanges(james, false, changes, backups, List.of(), leftToDo);
            return;
        }
        for (FileChange change : changes) {
            out.println(
                    change.name()
                            + " "
                            + change.action()
                            + Optional.ofNullable(backups.get(change.name()))
                                    .map(backup -> "; as it was: " + james.shortName(backup))
                                    .orElse(""));
        }
        out.println(
                changes.isEmpty()
                        ? "Nothing to do: all lines are there"
                        : "Installed for James " + james.version() + ": restart James");
        print(leftToDo);
    }

    void uninstalled(
            InstalledJames james,
            List<FileChange> changes,
            List<Path> kept,
            List<Finding> leftToDo) {
        if (json) {
            printChanges(james, false, changes, Map.of(), kept, leftToDo);
            return;
        }
        changes.forEach(change -> out.println(change.name() + " " + change.action()));
        kept.forEach(
                backup ->
                        out.println(
                                james.shortName(backup)
                                        + " is kept: the file has been changed since, apart from"
                                        + " the plugin's lines"));
        out.println(
                changes.isEmpty()
                        ? "Nothing to do: there are no lines of the plugin"
                        : "Uninstalled: take the plugin's jar out of extensions-jars if it is still"
                                + " there, and restart James");
        print(leftToDo);
    }

    /** Some of it is what a server has answered. */
    private void print(List<Finding> findings) {
        findings.forEach(finding -> out.println(Shown.of(finding.toString())));
    }

    private void printChanges(
            InstalledJames james,
            boolean dryRun,
            List<FileChange> changes,
            Map<String, Path> backups,
            List<Path> kept,
            List<Finding> leftToDo) {
        JsonObject document = about(james);
        document.addProperty("dryRun", dryRun);
        JsonArray all = new JsonArray();
        for (FileChange change : changes) {
            JsonObject one = new JsonObject();
            one.addProperty("file", change.name());
            one.addProperty("action", change.action());
            Optional.ofNullable(backups.get(change.name()))
                    .ifPresent(backup -> one.addProperty("backup", james.shortName(backup)));
            one.addProperty("diff", UnifiedDiff.of(change));
            all.add(one);
        }
        document.add("changes", all);
        JsonArray names = new JsonArray();
        kept.forEach(backup -> names.add(james.shortName(backup)));
        document.add("backupsKept", names);
        document.add("findings", findings(leftToDo));
        out.println(GSON.toJson(document));
    }

    private static JsonObject about(InstalledJames james) {
        JsonObject document = new JsonObject();
        document.addProperty("folder", james.folder().toString());
        document.addProperty("conf", james.conf().toString());
        document.addProperty("jamesVersion", james.version().toString());
        return document;
    }

    private static JsonArray findings(List<Finding> findings) {
        JsonArray all = new JsonArray();
        for (Finding finding : findings) {
            JsonObject one = new JsonObject();
            one.addProperty("status", finding.status().name());
            one.addProperty("code", finding.code());
            one.addProperty("place", finding.place());
            finding.line().ifPresent(line -> one.addProperty("line", line));
            one.addProperty("message", finding.message());
            finding.add().ifPresent(add -> one.addProperty("add", add));
            all.add(one);
        }
        return all;
    }
}
