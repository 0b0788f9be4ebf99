/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of the templates: the operator's, and those in the jar. */
final class TemplateFiles {
    private static final int MAX_SIZE = 100_000;

    private final Optional<Path> folder;
    private final NoticeLanguage language;

    TemplateFiles(Optional<Path> folder, NoticeLanguage language) {
        this.folder = folder;
        this.language = language;
    }

    /** Returns the folder that the operator named, if it is none. */
    Optional<Path> missingFolder() {
        return folder.filter(path -> !Files.isDirectory(path));
    }

    /**
     * Returns the operator's file of that name, if there is one.
     *
     * @throws IllegalArgumentException if it is too large, or not in UTF-8
     * @throws UncheckedIOException if it cannot be read
     */
    Optional<String> ofOperator(String name) {
        return folder.map(path -> path.resolve(name))
                .filter(Files::exists)
                .map(TemplateFiles::read);
    }

    private static String read(Path file) {
        try {
            checkArgument(Files.size(file) <= MAX_SIZE, "it has more than %s octets", MAX_SIZE);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it is not in UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String builtIn(String name) {
        try {
            return Resources.toString(
                    Resources.getResource(TemplateFiles.class, language.tag() + "/" + name),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
