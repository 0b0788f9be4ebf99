/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder on a person's own disk, as mail programs keep it: a file a mail, whose name ends with
 * the initials of its flags, for instance {@code :2,FS} for a flagged mail that was seen.
 */
public final class Maildir {
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: ([^\r\n]*)");
    private static final String FLAGS = ":2,";

    private final Path directory;
    private int added;

    Maildir(Path directory) {
        this.directory = directory;
    }

    /** The flags of each mail by its subject; two of one subject are one too many. */
    public Map<String, String> mails() {
        Map<String, String> mails = new TreeMap<>();
        for (Path file : files()) {
            String name = name(file);
            int flags = name.indexOf(FLAGS);
            String before =
                    mails.put(
                            subject(file), flags < 0 ? "" : name.substring(flags + FLAGS.length()));
            if (before != null) {
                throw new AssertionError(subject(file) + " is there twice: " + files());
            }
        }
        return mails;
    }

    /** The files, which have other names or times when anything was done to them. */
    public List<String> state() {
        List<String> state = new ArrayList<>();
        for (Path file : files()) {
            try {
                state.add(file + " " + Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return state;
    }

    /** The text of the mail with this subject, with its headers. */
    public String reads(String subject) {
        return content(fileOf(subject));
    }

    /** Puts a new mail there. */
    public void files(String subject) {
        added++;
        String name = System.currentTimeMillis() + "." + added + ".here";
        try {
            Files.writeString(
                    directory.resolve("new").resolve(name),
                    "Subject: " + subject + "\nFrom: alice@example.com\n\nFiled at home.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the mail with this subject these flags and no others; T is for the trash. */
    public void flags(String subject, String flags) {
        Path file = fileOf(subject);
        String base = name(file).replaceFirst(FLAGS + ".*", "");
        try {
            Files.move(file, directory.resolve("cur").resolve(base + FLAGS + flags));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the mail with this subject into another folder, as a new file. */
    public void moves(String subject, Maildir folder) {
        added++;
        String name = System.currentTimeMillis() + "." + added + ".moved" + FLAGS + "S";
        try {
            Files.move(fileOf(subject), folder.directory.resolve("cur").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path fileOf(String subject) {
        return files().stream()
                .filter(file -> subject(file).equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No mail about " + subject));
    }

    private List<Path> files() {
        return Stream.of("cur", "new")
                .flatMap(part -> filesIn(directory.resolve(part)).stream())
                .collect(Collectors.toList());
    }

    private static List<Path> filesIn(Path part) {
        try (Stream<Path> files = Files.list(part)) {
            return files.sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String subject(Path file) {
        Matcher subject = SUBJECT.matcher(content(file));
        return subject.find() ? Objects.requireNonNull(subject.group(1)) : "";
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
