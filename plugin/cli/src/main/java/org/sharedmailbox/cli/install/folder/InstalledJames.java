/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.install.part.JamesVersion;
import org.sharedmailbox.cli.install.text.RefusedException;
import org.sharedmailbox.cli.install.text.TextFile;

/** The working directory of a James, and the folder of its configuration. Immutable. */
public final class InstalledJames {
    private final Path folder;
    private final Path conf;
    private final JamesVersion version;

    private InstalledJames(Path folder, Path conf, JamesVersion version) {
        this.folder = folder;
        this.conf = conf;
        this.version = version;
    }

    /**
     * @param conf the folder of the configuration, if it is not {@code conf/}
     * @param version the version, if it is not to be found out
     * @throws RefusedException if there is no James
     */
    public static InstalledJames at(
            Path folder, @Nullable Path conf, @Nullable JamesVersion version) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new RefusedException("There is no folder " + folder);
        }
        Path configuration = conf == null ? folder.resolve("conf") : conf;
        boolean isOfJames =
                Stream.of("mailetcontainer.xml", "smtpserver.xml", "imapserver.xml")
                        .map(configuration::resolve)
                        .anyMatch(Files::exists);
        if (!isOfJames) {
            throw new RefusedException(
                    String.format(
                            "%s is no folder of a James: there is no mailetcontainer.xml in %s;"
                                    + " name the folder of its configuration with --conf",
                            folder, configuration));
        }
        VersionOfJames.refuseSpring(folder);
        return new InstalledJames(
                folder.toRealPath(),
                configuration.toRealPath(),
                version == null ? VersionOfJames.in(folder) : version);
    }

    public Path folder() {
        return folder;
    }

    public Path conf() {
        return conf;
    }

    public JamesVersion version() {
        return version;
    }

    /** Returns how a file is called in messages. */
    public String shortName(Path file) {
        return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    }

    public Path configurationFile(String name) {
        return conf.resolve(name);
    }

    /**
     * Returns a configuration file; empty if it is not there.
     *
     * @throws RefusedException if a link leads out of the folders that were named
     */
    public Optional<TextFile> read(String name) throws IOException {
        Path file = configurationFile(name);
        if (!Files.exists(file)) {
            if (Files.isSymbolicLink(file)) {
                throw new RefusedException(
                        shortName(file)
                                + " is a link to a file that is not there: put the file there, or"
                                + " take the link out");
            }
            return Optional.empty();
        }
        return Optional.of(TextFile.read(target(file), shortName(file)));
    }

    /** Returns what a link leads to, or the file itself. */
    public Path target(Path file) throws IOException {
        Path target = file.toRealPath();
        if (!target.startsWith(folder) && !target.startsWith(conf)) {
            throw new RefusedException(
                    String.format(
                            "%s is a link to %s, which is outside: name the folder that it is in"
                                    + " with --conf, or put the file itself here",
                            shortName(file), target));
        }
        return target;
    }
}
