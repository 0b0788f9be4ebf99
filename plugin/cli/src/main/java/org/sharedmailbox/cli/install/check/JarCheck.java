/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sharedmailbox.cli.install.folder.ExtensionJars;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.install.part.JamesVersion;
import org.sharedmailbox.cli.install.part.Status;

/** Looks for the plugin's jar: there has to be one, and the right one. */
final class JarCheck {
    private static final String CODE = "jar";

    private JarCheck() {}

    static List<Finding> of(InstalledJames james) throws IOException {
        List<Path> jars = ExtensionJars.in(james.folder());
        if (jars.isEmpty()) {
            return List.of(
                    finding(
                            Status.MISSING,
                            ExtensionJars.FOLDER,
                            "the plugin's jar is not there, so James does not start with the"
                                    + " plugin's lines; unpack the zip here, or run install"));
        }
        if (jars.size() > 1) {
            return List.of(
                    finding(
                            Status.DANGEROUS,
                            ExtensionJars.FOLDER,
                            "there are several versions of the plugin, and chance decides; keep one"
                                    + " of "
                                    + jars.stream()
                                            .map(jar -> String.valueOf(jar.getFileName()))
                                            .collect(Collectors.joining(", "))));
        }
        return List.of(check(james, jars.get(0)));
    }

    private static Finding check(InstalledJames james, Path jar) throws IOException {
        String name = james.shortName(jar);
        Optional<JamesVersion> madeFor = ExtensionJars.madeFor(jar);
        if (madeFor.isEmpty()) {
            return finding(
                    Status.DANGEROUS,
                    name,
                    "this is no jar of the plugin, or damaged; take that from the zip");
        }
        JamesVersion version = madeFor.get();
        return version == james.version()
                ? finding(Status.OK, name, "for James " + version)
                : finding(
                        Status.DANGEROUS,
                        name,
                        String.format(
                                "this jar is for James %s, and this is James %s, which does not"
                                        + " start with it; take that from the other zip",
                                version, james.version()));
    }

    private static Finding finding(Status status, String place, String message) {
        return Finding.of(status, CODE, place, message);
    }
}
