/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.Absence;
import org.sharedmailbox.cli.install.part.ConfigurationPart;
import org.sharedmailbox.cli.install.part.ConfigurationParts;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.install.part.Status;
import org.sharedmailbox.cli.install.text.RefusedException;
import org.sharedmailbox.cli.install.text.TextFile;

/** Looks at all files of a James. */
public final class ConfigurationCheck {
    private final InstalledJames james;

    private ConfigurationCheck(InstalledJames james) {
        this.james = james;
    }

    /**
     * @throws org.sharedmailbox.cli.install.text.RefusedException if a file cannot be read as what
     *     it is to be
     */
    public static List<Finding> of(InstalledJames james) throws IOException {
        return new ConfigurationCheck(james).findings();
    }

    private List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>(JarCheck.of(james));
        for (ConfigurationPart part : ConfigurationParts.of(james.version())) {
            findings.addAll(check(part));
        }
        findings.add(WebAdminExposure.of(james));
        findings.add(StoreSafety.of(james));
        return findings;
    }

    private List<Finding> check(ConfigurationPart part) throws IOException {
        try {
            return check(part, james.read(part.file()));
        } catch (RefusedException e) {
            if (part.absence() != Absence.LEFT) {
                throw e;
            }
            return List.of(
                    Finding.of(
                            Status.OK,
                            "file",
                            shortName(part.file()),
                            "not looked at, as the plugin does without it: " + e.getMessage()));
        }
    }

    private List<Finding> check(ConfigurationPart part, Optional<TextFile> file) {
        if (file.isEmpty() && part.absence() == Absence.LEFT) {
            return List.of();
        }
        if (file.isEmpty() && part.absence() == Absence.MISSED) {
            return List.of(
                    Finding.of(
                            Status.MISSING,
                            "file",
                            shortName(part.file()),
                            "there is no such file, so this James lacks what the plugin extends"));
        }
        return part.check(file.map(TextFile::text).orElse("")).stream()
                .map(finding -> finding.in(shortName(part.file())))
                .collect(Collectors.toUnmodifiableList());
    }

    private String shortName(String file) {
        return james.shortName(james.configurationFile(file));
    }
}
