/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A line of {@code third-party.csv}: a library in our jar, and its licence. */
final class ThirdParty {
    private static final Path LIST = Path.of("src/main/resources/META-INF/third-party.csv");
    private static final String HEADER = "artifact,part of,licence,ASF category,text,source";

    private final String[] columns;

    private ThirdParty(String[] columns) {
        this.columns = columns;
    }

    static List<ThirdParty> listed() throws IOException {
        List<String> lines = Files.readAllLines(LIST);
        if (!lines.get(0).equals(HEADER)) {
            throw new IllegalStateException(LIST + " begins with another header: " + lines.get(0));
        }
        return lines.stream()
                .skip(1)
                .map(line -> new ThirdParty(line.split(",", -1)))
                .collect(Collectors.toList());
    }

    /** Returns {@code group:artifact}. */
    String artifact() {
        return columns[0];
    }

    /** Returns whether Maven knows it, and not only the library that contains it. */
    boolean isBundledItself() {
        return columns[1].isEmpty();
    }

    /** Returns the SPDX identifier. */
    String licence() {
        return columns[2];
    }

    String category() {
        return columns[3];
    }

    /** Returns the file with the text of the licence, beside the list. */
    String text() {
        return columns[4];
    }

    /** Returns where its source code is. */
    String source() {
        return columns[5];
    }

    @Override
    public String toString() {
        return String.join(",", columns);
    }
}
