/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.SUPPORT;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.it.client.OpenMailbox;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.Program;
import org.sharedmailbox.it.client.ProgramEnd;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Programs with which people write their own scripts: curl, and Python's imaplib and smtplib. */
class CurlAndImaplibIT {
    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(StockJames.named("curl-and-imaplib"));

    private static final String LETTER = "Subject: Lamp\r\nFrom: a@b.c\r\n\r\nIt is dark.\r\n";

    private static Company company;

    @TempDir private Path disk;

    @BeforeAll
    static void shareTheMailbox() {
        company = Company.on(james.server());
    }

    @Test
    void curlListsReadsFilesAndSearches() throws IOException {
        Person alice = sharesAFolderWith("alice", "Curl");
        Files.writeString(disk.resolve("letter"), LETTER);

        assertThat(curl(alice, "")).contains("\"#user.support.Curl\"", "\"INBOX\"");
        assertThat(curl(alice, "%23user.support.Curl;MAILINDEX=1")).contains("It is out.");
        curl(alice, "%23user.support.Curl", "-T", "letter");
        assertThat(curl(alice, "%23user.support.Curl;UID=2")).isEqualTo(LETTER);
        assertThat(curl(alice, "%23user.support.Curl?SUBJECT%20Lamp")).contains("* SEARCH 2");
        assertThat(curl(alice, "%23user.support.Curl", "-X", "STORE 2 +FLAGS (\\Answered)"))
                .contains("\\Answered");
        assertThat(curl(alice, "", "-X", "STATUS \"#user.support.Curl\" (MESSAGES)"))
                .contains("MESSAGES 2");
    }

    @Test
    void curlIsToldWhatItMayNotHave() {
        Person bob = company.hires("bob");

        ProgramEnd end = curlProgram().runs(options(bob, "%23user.support.INBOX;MAILINDEX=1"));
        assertThat(end.exitCode()).isNotZero();
        assertThat(end.output()).contains("Select failed");
    }

    @Test
    void imaplibWorksInASharedMailbox() throws URISyntaxException {
        Person carol = sharesAFolderWith("carol", "Python");
        company.administrator()
                .webAdmin()
                .put(
                        "/delegations/" + SUPPORT + "/" + carol.address(),
                        "{\"rights\":[\"READ_AND_MANAGE\",\"SEND_AS\"],\"folders\":[\"Python\"]}")
                .expectSuccess();
        Person customer = company.hires("customer");
        Path session =
                Path.of(
                        Objects.requireNonNull(
                                        getClass().getResource("/imaplib_session.py"), "the script")
                                .toURI());

        String output =
                Program.ofPackage("python3", "python3", disk)
                        .run(
                                session.toString(),
                                String.valueOf(james.server().ports().imaps()),
                                james.server().certificate().toString(),
                                carol.address(),
                                carol.password(),
                                "#user.support.Python",
                                String.valueOf(james.server().ports().submission()),
                                SUPPORT,
                                customer.address());

        assertThat(output).isEqualTo("all as expected\n");
        try (RawImap owner = company.signsInAs(SUPPORT)) {
            expectOk(owner.command("EXAMINE Python"));
            assertThat(owner.command("FETCH 1:* (FLAGS)").untagged("* "))
                    .singleElement()
                    .asString()
                    .contains("\\Flagged");
        }
        try (OpenMailbox inbox = customer.opens("INBOX")) {
            assertThat(inbox.sender("Lamp")).isEqualTo(SUPPORT);
        }
    }

    private static Person sharesAFolderWith(String name, String folder) {
        Person person = company.hires(name);
        company.owner(SUPPORT, "CREATE " + folder);
        company.delegatesFolders(SUPPORT, person, "READ_AND_MANAGE", folder);
        try (RawImap owner = company.signsInAs(SUPPORT)) {
            expectOk(
                    owner.command(
                            "APPEND " + folder,
                            "Subject: Ink\r\nFrom: a@b.c\r\n\r\nIt is out.\r\n"));
        }
        return person;
    }

    private String curl(Person person, String path, String... more) {
        return curlProgram().run(options(person, path, more));
    }

    private Program curlProgram() {
        return Program.ofPackage("curl", "curl", disk);
    }

    private static String[] options(Person person, String path, String... more) {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                // The first, or curl reads the settings of whoever runs the tests.
                                "-q",
                                "-sS",
                                "--noproxy",
                                "*",
                                "--cacert",
                                james.server().certificate().toString(),
                                "-u",
                                person.address() + ":" + person.password(),
                                "imaps://localhost:"
                                        + james.server().ports().imaps()
                                        + "/"
                                        + path));
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
    }
}
