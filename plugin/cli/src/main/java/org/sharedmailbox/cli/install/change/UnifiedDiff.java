/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Shows a change as {@code diff -u} does, without lines around it, which may hold secrets. */
public final class UnifiedDiff {
    private static final int CONTEXT = 0;
    private static final String NO_END = "\n\\ No newline at end of file";
    private static final String NOTHING = "/dev/null";

    private static final int HEADER = 2;

    private UnifiedDiff() {}

    /** Returns the lines of a change's difference; of a jar, only that there is one. */
    public static String of(FileChange change) {
        if (change.name().endsWith(".jar")) {
            return String.format("Binary file %s is to be %s\n", change.name(), change.action());
        }
        List<String> before = lines(change.before().orElse(new byte[0]));
        List<String> after = lines(change.after().orElse(new byte[0]));
        List<String> diff =
                UnifiedDiffUtils.generateUnifiedDiff(
                        change.before().isPresent() ? "a/" + change.name() : NOTHING,
                        change.after().isPresent() ? "b/" + change.name() : NOTHING,
                        before,
                        DiffUtils.diff(before, after),
                        CONTEXT);
        boolean isXml = change.name().endsWith(".xml");
        for (int i = HEADER; i < diff.size(); i++) {
            if (!diff.get(i).startsWith("@@")) {
                diff.set(i, shown(diff.get(i), isXml));
            }
        }
        return String.join("\n", diff) + "\n";
    }

    private static String shown(String line, boolean isXml) {
        String end = line.endsWith(NO_END) ? NO_END : "";
        String text = line.substring(1, line.length() - end.length());
        return line.charAt(0)
                + (isXml ? ChangedLine.ofXml(text) : ChangedLine.ofProperties(text))
                + end;
    }

    private static List<String> lines(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        List<String> lines =
                Arrays.stream(text.split("\n", -1))
                        .collect(Collectors.toCollection(ArrayList::new));
        String last = lines.remove(lines.size() - 1);
        if (!last.isEmpty()) {
            lines.add(last + NO_END);
        }
        return lines;
    }
}
