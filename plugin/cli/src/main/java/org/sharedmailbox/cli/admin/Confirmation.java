/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import java.util.Optional;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.text.Shown;
import org.sharedmailbox.cli.text.Terminal;
import picocli.CommandLine.Option;

/** The question before what cannot be undone. */
public final class Confirmation {
    @Option(names = "--yes", description = "Do it without asking; scripts need it.")
    private boolean given;

    /**
     * Asks whoever sits there, unless the answer was given.
     *
     * @throws CommandFailedException unless it is yes
     */
    public void require(String question) {
        require(question, Terminal.ofProcess());
    }

    void require(String question, Optional<Terminal> terminal) {
        if (given) {
            return;
        }
        Terminal person =
                terminal.orElseThrow(
                        () ->
                                CommandFailedException.misused(
                                        "Nothing was changed, because nobody is there to be asked: "
                                                + question
                                                + " If so, add --yes"));
        if (!person.agreesTo(Shown.of(question))) {
            throw CommandFailedException.refused("Nothing was changed");
        }
    }
}
