/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.util.List;
import java.util.stream.Collectors;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.WebAdmin;

/** A person with folders, a delegate, and what the delegate and administrators see of them. */
final class FolderStory {
    final Person alice;
    final Person owner;

    /** What the delegate writes before the name of a folder. */
    final String shared;

    private final Company company;

    /** People who are in no other story. */
    FolderStory(Company company, int number) {
        this.company = company;
        alice = company.hires("alice" + number);
        owner = company.hires("owner" + number);
        shared = "#user.owner" + number + ".";
        try (RawImap imap = owner.imap()) {
            for (String folder :
                    List.of("Projects.2026", "Private.Salary", "Work.Tender", "INBOX.Sub")) {
                expectOk(imap.command("CREATE " + folder));
            }
            for (String folder : List.of("INBOX", "Projects", "Private", "Work.Tender")) {
                expectOk(imap.command("APPEND " + folder, "Subject: " + folder + "\r\n\r\n"));
            }
        }
    }

    void grants(String folder, boolean subfolders) {
        grant(String.format("{'folder':'%s','letters':'lrs','subfolders':%s}", folder, subfolders));
    }

    void grant(String entries) {
        webAdmin().put(path(), json("{'access':[" + entries + "]}")).expectSuccess();
    }

    void assertShown(String folder, boolean subfolders) {
        assertThat(looks().json().get("access").toString())
                .isEqualTo(
                        json(
                                String.format(
                                        "[{'folder':'%s','letters':'lrs','subfolders':%s}]",
                                        folder, subfolders)));
        assertThat(webAdmin().get("/delegations/" + owner.address()).body())
                .contains(json("'folder':'" + folder + "'"));
        assertThat(csv()).contains("lrs " + folder + (subfolders ? ".*" : "") + ",");
    }

    /** The delegate's connection, with that folder selected. */
    RawImap opened(String folder) {
        RawImap imap = alice.imap();
        expectOk(imap.command("SELECT " + shared + folder));
        return imap;
    }

    String csv() {
        return webAdmin().getCsv("/delegations?owner=" + owner.address()).body();
    }

    HttpAnswer looks() {
        return webAdmin().get(path());
    }

    private String path() {
        return "/delegations/" + owner.address() + "/" + alice.address();
    }

    void assertIsClosed(RawImap imap, String folder) {
        for (String command : List.of("EXAMINE %s", "STATUS %s (MESSAGES)", "MYRIGHTS %s")) {
            try (RawImap another = alice.imap()) {
                assertThat(another.command(String.format(command, shared + folder)).completion())
                        .startsWith("NO [NONEXISTENT] ");
            }
        }
        assertThat(listed(imap)).doesNotContain(folder);
    }

    List<String> listed(RawImap imap) {
        return expectOk(imap.command("LIST \"\" " + shared + "*")).untagged("* LIST ").stream()
                .map(line -> line.substring(line.indexOf(shared) + shared.length()))
                .map(name -> name.replace("\"", ""))
                .collect(Collectors.toList());
    }

    void owner(String command) {
        try (RawImap imap = owner.imap()) {
            expectOk(imap.command(command));
        }
    }

    WebAdmin webAdmin() {
        return company.administrator().webAdmin();
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
