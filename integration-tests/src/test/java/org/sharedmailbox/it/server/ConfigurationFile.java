/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One file below {@code conf/}, to be edited before James reads it. */
public final class ConfigurationFile {
    private final Path path;

    ConfigurationFile(Path path) {
        this.path = path;
    }

    /**
     * Replaces a text wherever it occurs.
     *
     * @throws IllegalArgumentException if it does not occur: the sample has changed, and a test
     *     that edits nothing proves nothing
     */
    public ConfigurationFile replace(String text, String replacement) {
        String content = content();
        if (!content.contains(text)) {
            throw new IllegalArgumentException(path.getFileName() + " has no " + text);
        }
        return write(content.replace(text, replacement));
    }

    /** Replaces a text at the last place where it occurs, like {@link #replace}. */
    public ConfigurationFile replaceLast(String text, String replacement) {
        replace(text, text);
        String content = content();
        int last = content.lastIndexOf(text);
        return write(
                content.substring(0, last) + replacement + content.substring(last + text.length()));
    }

    /** Takes out the lines that contain a text, of which there has to be one at least. */
    public ConfigurationFile removeLinesWith(String text) {
        replace(text, text);
        return keepLines(line -> !line.contains(text));
    }

    /** Adds a line at the end. */
    public ConfigurationFile append(String line) {
        return write(content() + line + "\n");
    }

    ConfigurationFile keepLines(Predicate<String> kept) {
        return write(
                content()
                        .lines()
                        .filter(kept)
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
    }

    String content() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes this its content; it need not have been there. */
    public ConfigurationFile write(String content) {
        try {
            Files.writeString(path, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
