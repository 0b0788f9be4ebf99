/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.http.AccessOptions;
import org.sharedmailbox.cli.http.WebAdminUrl;
import org.sharedmailbox.cli.install.check.ConfigurationCheck;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.part.Finding;
import org.sharedmailbox.cli.install.part.Status;
import org.sharedmailbox.cli.install.server.ServerCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}. */
@Command(
        name = "check",
        description =
                "Says line by line what is right, missing, misspelt or dangerous in the"
                        + " configuration of a James, and what to do. Changes nothing.",
        exitCodeList = {
            "0:all is right",
            "1:it could not be checked, the reason is said",
            "2:not understood",
            "3:something is missing or misspelt",
            "4:nothing is missing, but something is dangerous"
        })
public final class CheckCommand implements Callable<Integer> {
    private static final int INCOMPLETE = 3;
    private static final int DANGEROUS = 4;
    private static final String URL = "--url";

    @Mixin private final FolderOptions options = new FolderOptions();

    @Option(
            names = URL,
            paramLabel = "URL",
            description = "WebAdmin of the running James, which is asked as well.")
    private @Nullable String url;

    @Mixin private final AccessOptions access = new AccessOptions();

    @Option(
            names = "--accept",
            paramLabel = "CODE",
            description =
                    "What is dangerous by this code (the last line names them) is meant so. Can be"
                            + " given several times.")
    private List<String> accepted = new ArrayList<>();

    @Spec private @Nullable CommandSpec spec;

    CheckCommand() {}

    @Override
    public Integer call() throws IOException {
        DangerCodes.require(accepted);
        InstalledJames james = options.james();
        List<Finding> findings = new ArrayList<>(ConfigurationCheck.of(james));
        if (url != null) {
            findings.addAll(ServerCheck.of(access.webAdmin(WebAdminUrl.of(URL, url))));
        }
        List<Finding> judged =
                findings.stream().map(this::accepted).collect(Collectors.toUnmodifiableList());
        Report report = new Report(spec, options.isJson());
        report.checked(james, judged);
        return exitCode(judged);
    }

    private Finding accepted(Finding finding) {
        return finding.status() == Status.DANGEROUS && accepted.contains(finding.code())
                ? finding.accepted()
                : finding;
    }

    private static int exitCode(List<Finding> findings) {
        if (has(findings, Status.MISSING) || has(findings, Status.MISSPELT)) {
            return INCOMPLETE;
        }
        return has(findings, Status.DANGEROUS) ? DANGEROUS : 0;
    }

    private static boolean has(List<Finding> findings, Status status) {
        return findings.stream().anyMatch(finding -> finding.status() == status);
    }
}
