/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code completion}: makes a command of the jar, which bash completes. */
@Command(
        name = "completion",
        description = {
            "Writes a script for bash: it makes a command of this jar, and completes what is typed"
                    + " behind it. Put 'source <(java -jar …/james-shared-mailboxes.jar completion)'"
                    + " into ~/.bashrc."
        })
final class CompletionCommand implements Callable<Integer> {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "shared-mailboxes",
            description = "Name of the command, ${DEFAULT-VALUE} if not given.")
    private String name = "";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws URISyntaxException {
        if (spec == null) {
            throw new IllegalStateException("Not called as a command");
        }
        if (!name.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
            spec.commandLine().getErr().println("--name is a word of letters, digits, - and _");
            return 2;
        }
        URI jar =
                CompletionCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        // What starts a short command soonest; the shell has to be given quotes as such.
        spec.commandLine()
                .getOut()
                .printf(
                        "%s() { java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar '%s' \"$@\";"
                                + " }%n%s%n",
                        name,
                        Path.of(jar).toString().replace("'", "'\\''"),
                        AutoComplete.bash(name, spec.root().commandLine()));
        return 0;
    }
}
