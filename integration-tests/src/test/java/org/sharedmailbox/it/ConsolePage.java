/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of the documentation whose {@code console} blocks have commands behind {@code $}, their
 * further lines behind {@code >}, and what they write.
 */
final class ConsolePage {
    private static final String BEGIN = "```console";
    private static final String END = "```";
    private static final String COMMAND = "$ ";
    private static final String MORE = "> ";

    private final List<String> lines;

    private ConsolePage(List<String> lines) {
        this.lines = lines;
    }

    static ConsolePage at(Path file) throws IOException {
        return new ConsolePage(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    /** The commands, in their order. */
    List<String> commands() {
        List<StringBuilder> commands = new ArrayList<>();
        boolean console = false;
        for (String line : lines) {
            if (line.startsWith(END)) {
                console = line.equals(BEGIN);
            } else if (console && line.startsWith(COMMAND)) {
                commands.add(new StringBuilder(line.substring(COMMAND.length())));
            } else if (console && line.startsWith(MORE)) {
                commands.get(commands.size() - 1)
                        .append('\n')
                        .append(line.substring(MORE.length()));
            }
        }
        return commands.stream().map(StringBuilder::toString).collect(Collectors.toList());
    }

    /** The page as it has to be where the commands write this. */
    String with(List<String> outputs) {
        List<String> page = new ArrayList<>();
        Iterator<String> next = outputs.iterator();
        boolean console = false;
        boolean begun = false;
        for (String line : lines) {
            if (begun && (line.startsWith(COMMAND) || line.startsWith(END))) {
                next.next().lines().forEach(page::add);
            }
            begun = console && (line.startsWith(COMMAND) || begun && !line.startsWith(END));
            if (line.startsWith(END)) {
                console = line.equals(BEGIN);
            }
            if (!console
                    || line.equals(BEGIN)
                    || line.startsWith(COMMAND)
                    || line.startsWith(MORE)) {
                page.add(line);
            }
        }
        return String.join("\n", page) + "\n";
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
