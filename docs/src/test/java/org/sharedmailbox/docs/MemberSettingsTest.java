/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What members write into the settings of their programs is of the right form, and is what the
 * integration tests give those programs. Those that can say whether they understand it are asked.
 */
class MemberSettingsTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");

    @TempDir private Path folder;

    /** A program, the form of its lines with its keys, and who sets it up in the tests. */
    enum Settings {
        MUTT(
                Language.MUTTRC,
                "(?:set )?(?<key>(?<=set )\\w+|alternates|mailboxes)"
                        + "(?:(?: = | )(?:\"[^\"]*\"|[^\" ]+))*",
                "client/Mutt.java"),
        ALPINE(Language.PINERC, "(?<key>[a-z-]+)=\\S.*", "client/Alpine.java"),
        MBSYNC(
                Language.MBSYNCRC,
                "(?<key>[A-Z]\\w+)(?: \"[^\"]+\"| [^\" ]+)+",
                "client/Mbsync.java"),
        MSMTP(Language.MSMTPRC, "(?<key>[a-z_]+) \\S+", "client/Msmtp.java"),
        ROUNDCUBE(
                Language.PHP,
                "\\$config\\['(?<key>\\w+)'] = .*;",
                "roundcube/RoundcubeSettings.java");

        private final Language language;
        private final Pattern line;
        private final Path client;

        Settings(Language language, String line, String client) {
            this.language = language;
            this.line = Pattern.compile(line);
            this.client =
                    PROJECT.resolve("integration-tests/src/test/java/org/sharedmailbox/it")
                            .resolve(client);
        }

        /** Returns the blocks of all pages. */
        List<String> blocks() throws IOException {
            return Pages.of(PROJECT).all().stream()
                    .flatMap(page -> CodeBlock.of(page, language))
                    .map(CodeBlock::text)
                    .collect(Collectors.toList());
        }

        /** Returns their lines, those that go on in the next one in one, without comments. */
        List<String> lines() throws IOException {
            return blocks().stream()
                    .flatMap(block -> block.replaceAll("\n\t", " ").lines())
                    .filter(written -> !written.startsWith("#"))
                    .collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachSettingIsOneThatTheTestsOfThatProgramMake(Settings settings) throws IOException {
        String client =
                TEXT.matcher(Files.readString(settings.client))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.joining("\n"));

        assertThat(settings.lines())
                .isNotEmpty()
                .allSatisfy(
                        written -> {
                            Matcher line = settings.line.matcher(written);
                            assertThat(line.matches()).as(written).isTrue();
                            assertThat(client)
                                    .containsPattern(
                                            "(?<![\\w-])"
                                                    + Pattern.quote(line.group("key"))
                                                    + "(?![\\w-])");
                        });
    }

    @Test
    void muttUnderstandsThem() throws Exception {
        for (String block : Settings.MUTT.blocks()) {
            assertThat(complaint("mutt", block, "mutt", "-n", "-F", file(), "-Q", "folder"))
                    .isEmpty();
        }
    }

    @Test
    void msmtpUnderstandsThem() throws Exception {
        for (String block : Settings.MSMTP.blocks()) {
            assertThat(
                            complaint(
                                    "msmtp",
                                    block,
                                    "msmtp",
                                    "-C",
                                    file(),
                                    "--pretend",
                                    "-a",
                                    "support",
                                    "bob@example.com"))
                    .isEmpty();
        }
    }

    @Test
    void phpUnderstandsThem() throws Exception {
        for (String block : Settings.ROUNDCUBE.blocks()) {
            assertThat(complaint("php-cli", "<?php\n" + block, "php", "-l", file())).isEmpty();
        }
    }

    private String complaint(String debianPackage, String settings, String... command)
            throws IOException, InterruptedException {
        Files.writeString(Path.of(file()), settings);
        return InstalledProgram.complaint(debianPackage, "", command);
    }

    private String file() {
        return folder.resolve("settings").toString();
    }
}
