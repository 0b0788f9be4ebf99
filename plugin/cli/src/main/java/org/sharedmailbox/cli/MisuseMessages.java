/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedmailbox.cli.text.Shown;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what of a command line is not understood. Somebody may have written a secret there: what
 * stands in place of a value is not shown.
 */
final class MisuseMessages implements IParameterExceptionHandler {
    /** The name of an option; one of a single letter may have its value right behind it. */
    private static final Pattern OPTION = Pattern.compile("--[A-Za-z][A-Za-z-]*|-[A-Za-z]");

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(Shown.of(sentence(e)));
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            command.usage(err);
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String sentence(ParameterException e) {
        return e instanceof UnmatchedArgumentException
                ? unmatched((UnmatchedArgumentException) e)
                : String.valueOf(e.getMessage());
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        Matcher option = OPTION.matcher(first);
        if (option.lookingAt()) {
            return "Unknown option: " + option.group();
        }
        return e.getCommandLine().getSubcommands().isEmpty()
                ? "There is an argument too many, or one with blanks that lacks its quotes"
                : "There is no command '" + first + "'";
    }
}
