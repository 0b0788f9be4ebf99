/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.ConnectionOptions;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.AsciiJson;
import org.sharedmailbox.cli.text.BegunWriter;
import org.sharedmailbox.cli.text.Shown;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that asks WebAdmin. */
public abstract class AdminCommand implements Callable<Integer> {
    @Mixin private final ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--json",
            description =
                    "Write what WebAdmin answers, as JSON in ASCII, also where it refuses"
                            + " something before anything is written.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    private @Nullable BegunWriter written;
    private @Nullable PrintWriter out;

    /** Does what the command says. */
    protected abstract void run(WebAdmin webAdmin) throws IOException;

    @Override
    public final Integer call() throws IOException {
        try {
            run(connection.webAdmin());
            return 0;
        } catch (CommandFailedException e) {
            if (json && !written().isBegun()) {
                e.answer().map(AsciiJson::of).ifPresent(out()::println);
            }
            throw e;
        } finally {
            out().flush();
        }
    }

    /** Whether a program reads the answer. */
    protected final boolean isJson() {
        return json;
    }

    /** Writes a sentence for people. */
    protected final void say(String sentence) {
        if (!json) {
            out().println(Shown.of(sentence));
        }
    }

    /** Writes an answer for programs. */
    protected final void answer(JsonElement answer) {
        if (json) {
            out().println(AsciiJson.of(answer));
        }
    }

    /** Where results go. */
    protected final PrintWriter out() {
        if (out == null) {
            out = new PrintWriter(written(), true);
        }
        return out;
    }

    /** Where goes what is said beside. */
    protected final PrintWriter err() {
        return command().commandLine().getErr();
    }

    private BegunWriter written() {
        if (written == null) {
            written = new BegunWriter(command().commandLine().getOut());
        }
        return written;
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("Not called as a command");
        }
        return spec;
    }
}
