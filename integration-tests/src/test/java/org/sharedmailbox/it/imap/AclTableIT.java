/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.it.imap.Company.expectOk;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.imap.AclTable.Mailbox;
import org.sharedmailbox.it.imap.AclTable.Policy;
import org.sharedmailbox.it.imap.AclTable.Row;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** Each row of {@link AclTable}: granted by an administrator or a mail program, then tried out. */
class AclTableIT {
    @RegisterExtension
    static final StockJamesExtension james = new StockJamesExtension(StockJames.named("acl-table"));

    private static final String POLICY = "/delegation-policies/example.com";

    private static final Map<Mailbox, RawImap> owners = new EnumMap<>(Mailbox.class);
    private static int grants;

    private static Company company;
    private static Person member;
    private static RawImap imap;

    @BeforeAll
    static void makeTheMailboxes() {
        company = Company.on(james.server());
        company.shares(Mailbox.ARCHIVE.owner, "archive");
        owners.put(Mailbox.TEAM, company.signsInAs(Mailbox.TEAM.owner));
        owners.put(Mailbox.ARCHIVE, company.signsInAs(Mailbox.ARCHIVE.owner));
        owners.put(Mailbox.PERSONAL, company.hires("owner").imap());
        for (RawImap owner : owners.values()) {
            for (String folder : AclTable.FOLDERS) {
                if (!folder.equals("INBOX")) {
                    expectOk(owner.command("CREATE " + folder));
                }
                expectOk(owner.command("APPEND " + folder, "Subject: One\r\n\r\nOne"));
            }
        }
        member = company.hires("member");
        imap = member.imap();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.sharedmailbox.it.imap.AclTable#rows")
    void theTableHolds(Row row) {
        company.administrator().webAdmin().delete(POLICY).expectSuccess();
        grants++;
        if (row.canBeSetByImap() && grants % 2 == 0) {
            setByImap(row);
        } else {
            company.administrator().webAdmin().put(path(row), row.access()).expectSuccess();
        }
        if (row.policy != Policy.OPEN) {
            company.administrator().webAdmin().put(POLICY, row.policy.json).expectSuccess();
        }
        String name = "#user." + row.mailbox.local() + "." + row.asked;

        assertThat(ProvenRights.in(imap, name)).isEqualTo(ProvenRights.expected(row.effective()));
    }

    @Test
    void theSampleHasEverythingInIt() {
        assertThat(AclTable.rows()).hasSize(200);
        assertThat(AclTable.rows()).anyMatch(Row::canBeSetByImap);
        assertThat(AclTable.rows())
                .extracting(Row::effective)
                .contains(
                        "",
                        "l",
                        "r",
                        "lr",
                        "rs",
                        "lrs",
                        "lrsw",
                        "lrswikxte",
                        "lrswikxtea",
                        "ia",
                        "i");
    }

    /** The whole mailbox by its root, the folder by its name; both by the owner. */
    private static void setByImap(Row row) {
        RawImap owner = Objects.requireNonNull(owners.get(row.mailbox));
        String root = "#user." + row.mailbox.local() + " " + member.address();
        expectOk(owner.command("DELETEACL " + root));
        if (!row.whole.isEmpty()) {
            expectOk(owner.command("SETACL " + root + " " + row.whole));
        }
        String folder = row.named + " " + member.address();
        expectOk(owner.command("SETACL " + folder + " \"" + row.letters + "\""));
    }

    private static String path(Row row) {
        return "/delegations/" + row.mailbox.owner + "/" + member.address();
    }

    @AfterAll
    static void nothingIsInTheLog() {
        owners.values().forEach(RawImap::close);
        imap.close();
        assertThat(james.server().logLines())
                .noneMatch(line -> line.contains("[ERROR") || line.startsWith("\tat "));
    }
}
