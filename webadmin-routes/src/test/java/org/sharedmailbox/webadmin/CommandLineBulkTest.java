/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files of delegations, in and out by the administrator's commands. */
@ExtendWith(WebAdminExtension.class)
class CommandLineBulkTest {
    private static final String DESK = "desk@bulk.example";
    private static final String HEADINGS = "owner,delegate,rights\n";

    private final WebAdmin webAdmin;

    @TempDir Path folder;

    CommandLineBulkTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aMailbox() {
        webAdmin.put("/domains/bulk.example", "").hasStatus(204);
        webAdmin.put("/delegation-policies/bulk.example", "{\"otherDomains\":[\"example.com\"]}")
                .hasStatus(200);
        webAdmin.put("/shared-mailboxes/" + DESK, "").hasStatus(201);
    }

    @AfterEach
    void isGone() {
        webAdmin.delete("/shared-mailboxes/" + DESK).hasStatus(204);
        webAdmin.delete("/delegation-policies/bulk.example").hasStatus(204);
    }

    @Test
    void whatIsExportedIsImportedAgain() throws IOException {
        Path file =
                file(HEADINGS + DESK + ",alice@example.com,READ\n" + DESK + ",bob@example.com,\n");
        run("import --dry-run " + file)
                .says("Dry run, nothing was changed: 2 created, 0 changed, 0 unchanged");
        assertThat(count()).isZero();
        run("import " + file).says("2 created, 0 changed, 0 unchanged");

        Path export = folder.resolve("export.csv");
        run("export --owner " + DESK + " --to " + export).says("The delegations are in " + export);
        assertThat(export).content().contains(DESK + ",alice@example.com,READ,");
        run("import " + export).says("0 created, 0 changed, 2 unchanged");
        run("export --to " + export)
                .fails(
                        1,
                        "There is a file "
                                + export
                                + " already, and nothing in it was changed: name another");
        run("export --json --to " + export)
                .fails(2, "A file is written as CSV: leave out --json, or --to");
        assertThat(run("export --json --owner " + DESK).out()).contains("\"total\":2}");
    }

    @Test
    void jsonIsImportedToo() throws IOException {
        Path json =
                file(
                        " \n[{\"owner\":\""
                                + DESK
                                + "\",\"delegate\":\"alice@example.com\",\"rights\":[\"READ\"]}]");
        run("import " + json).says("1 created, 0 changed, 0 unchanged");
    }

    @Test
    void everyFaultyLineIsTold() throws IOException {
        Path file =
                file(
                        HEADINGS
                                + DESK
                                + ",alice@example.com,READ\n"
                                + DESK
                                + ",nobody@example.com,READ\n"
                                + DESK
                                + ",bob@example.com,WRITE\n");
        CommandLineRun refused = run("import " + file);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.errors())
                .hasSize(3)
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "line 3, delegate: There is no user or shared mailbox"))
                .anyMatch(line -> line.startsWith("line 4, rights: 'rights' names 'WRITE'"))
                .last()
                .asString()
                .startsWith("2 of 3 delegations cannot be granted, so nothing was changed");
        assertThat(run("import --json " + file).written()).contains("\"errors\":[{\"line\":3");
        assertThat(count()).isZero();
    }

    @Test
    void moreThanAHundredFaultsAreCounted() throws IOException {
        Path file = file(HEADINGS + (DESK + ",nobody@example.com,READ\n").repeat(150));
        assertThat(run("import " + file).errors())
                .hasSize(102)
                .element(100)
                .isEqualTo("and 50 more, which --json shows");
    }

    @Test
    void anExactFileRevokesWhatIsNotInIt() throws IOException {
        run("grant " + DESK + " carol@example.com READ");
        Path file = file(HEADINGS + DESK + ",alice@example.com,READ\n");

        run("import --exact --owner " + DESK + " --dry-run " + file)
                .says(
                        "Would be revoked: carol@example.com on desk@bulk.example",
                        "Dry run, nothing was changed: 1 created, 0 changed, 0 unchanged, 1"
                                + " revoked");
        run("import --exact --owner " + DESK + " " + file)
                .fails(
                        2,
                        "Nothing was changed, because nobody is there to be asked: Revoke the 1"
                                + " delegations that are not in "
                                + file
                                + "? If so, add --yes");
        run("import --exact --owner " + DESK + " --yes " + file)
                .says("1 created, 0 changed, 0 unchanged, 1 revoked");
        run("import --exact --owner " + DESK + " " + file)
                .says("0 created, 0 changed, 1 unchanged, 0 revoked");
        String together = "--exact goes together with either --owner or --domain, and they with it";
        run("import --exact " + file).fails(2, together);
        run("import --owner " + DESK + " " + file).fails(2, together);
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        Path none = folder.resolve("none.csv");
        run("import " + none).fails(2, "There is no file " + none);
    }

    /** Empty lines say nothing to James, and are lines to whoever counts them. */
    @Test
    void aFileOfTooManyLinesIsGrantedInParts() throws IOException {
        String far = "\n".repeat(11_000);
        Path file =
                file(
                        HEADINGS
                                + (DESK + ",alice@example.com,READ\n")
                                + far
                                + (DESK + ",bob@example.com,READ\n")
                                + far);
        run("import " + file).says("2 created, 0 changed, 0 unchanged");

        Path faulty =
                file(
                        HEADINGS
                                + (DESK + ",carol@example.com,READ\n")
                                + far
                                + (DESK + ",nobody@example.com,READ\n")
                                + far);
        assertThat(run("import " + faulty).errors())
                .first()
                .asString()
                .startsWith("line 11003, delegate: There is no user or shared mailbox");
        assertThat(count()).isEqualTo(2);
    }

    private int count() {
        return run("who has access to " + DESK + " --json").out().split("\"delegate\":").length - 1;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("delegations"), content);
    }

    private CommandLineRun run(String command) {
        return CommandLineRun.of(webAdmin.url(), command);
    }
}
