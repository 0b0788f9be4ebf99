/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.cli.SharedMailboxes;

/** What an administrator's command has said, which was run in this process. */
final class CommandLineRun {
    private final int code;
    private final String out;
    private final String err;

    private CommandLineRun(int code, String out, String err) {
        this.code = code;
        this.out = out;
        this.err = err;
    }

    /** Runs a command whose words have no blanks, and further words that may have. */
    static CommandLineRun of(String url, String command, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words =
                Stream.of(
                                Stream.of(command.split(" ")),
                                Arrays.stream(more),
                                Stream.of("--url", url))
                        .flatMap(part -> part)
                        .toArray(String[]::new);
        int code =
                SharedMailboxes.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new CommandLineRun(code, out.toString(), err.toString());
    }

    /** It was done, and has said nothing but this. */
    void says(String... lines) {
        assertThat(err).isEmpty();
        assertThat(lines()).containsExactly(lines);
        assertThat(code).isZero();
    }

    /** It was not done, for a reason that is told in these lines. */
    void fails(int exitCode, String... lines) {
        assertThat(err.lines()).containsExactly(lines);
        assertThat(out).isEmpty();
        assertThat(code).isEqualTo(exitCode);
    }

    int code() {
        return code;
    }

    List<String> errors() {
        return err.lines().collect(Collectors.toList());
    }

    /** What a program reads, whether it was done or not. */
    String written() {
        return out;
    }

    /** What a program reads when it was done. */
    String out() {
        assertThat(err).isEmpty();
        assertThat(code).isZero();
        return out;
    }

    /** What was written, with times as {@code T} and one blank between words. */
    List<String> lines() {
        return out.lines()
                .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z", "T"))
                .map(line -> line.replaceAll(" {2,}", " "))
                .collect(Collectors.toList());
    }
}
