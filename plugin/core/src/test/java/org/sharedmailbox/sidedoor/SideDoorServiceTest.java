/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sidedoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.rrt.lib.MappingSource;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.james.AclSideDoors;
import org.sharedmailbox.james.JamesDelegation;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.james.JmapFilters;
import org.sharedmailbox.james.RewritingSideDoors;

/** Side doors that WebAdmin cannot open: alice lets others in by what James keeps. */
class SideDoorServiceTest extends PluginFixture {
    SideDoorServiceTest() {
        super(new JamesInMemory().with(ALICE, BOB).withFolders(ALICE, "INBOX", "Projects"));
    }

    @Test
    void entriesForOthersInTheAclsOfFoldersAreListed() throws Exception {
        acl("INBOX", entry("bob@example.com", "lr"), entry("alice@example.com", "lrs"));
        acl(
                "Projects",
                entry("anybody", "l"),
                entry("$staff@example.com", "lr"),
                entry("-carol@example.com", "r"));

        assertThat(doors())
                .containsExactlyInAnyOrder(
                        "jamesAcl bob@example.com lr in INBOX",
                        "jamesAcl anybody l in Projects",
                        "jamesAcl $staff@example.com lr in Projects");
    }

    @Test
    void rulesAreListedThoughNobodyCanSayWhomTheyLetIn() {
        james.sideDoors.filter(ALICE);

        assertThat(doors())
                .containsExactly("jmapFilter ? 1 rules; on James 3.9 a rule can forward mail");
    }

    @Test
    void everyWayOfRewritingIsListed() throws Exception {
        MappingSource alice = MappingSource.fromUser(ALICE);
        james.rewriteTable.addForwardMapping(alice, "a@elsewhere.example");
        james.rewriteTable.addForwardMapping(alice, "alice@example.com");
        james.rewriteTable.addAddressMapping(alice, "c@elsewhere.example");
        james.serving(Domain.of("new.example"));
        james.rewriteTable.addDomainMapping(
                MappingSource.fromDomain(Domain.of("example.com")), Domain.of("new.example"));

        assertThat(doors())
                .containsExactlyInAnyOrder(
                        "forward a@elsewhere.example gets the mail",
                        "rewriting c@elsewhere.example the address is rewritten (Address)",
                        "rewriting new.example the address is rewritten (Domain)");
    }

    @Test
    void theMembersOfAGroupAreListed() throws Exception {
        james.rewriteTable.addGroupMapping(MappingSource.fromUser(ALICE), "b@elsewhere.example");

        assertThat(doors()).containsExactly("group b@elsewhere.example gets the mail");
    }

    @Test
    void theAccountBehindAnAliasIsListed() {
        james.withAlias("alice@example.com", BOB);

        assertThat(doors())
                .containsExactly(
                        "alias bob@example.com gets the mail, and may send as the address");
    }

    @Test
    void moreThanAThousandAreNotRead() {
        IntStream.range(0, SideDoorService.MAX_DOORS)
                .mapToObj(n -> Username.of("user" + n + "@example.com"))
                .forEach(user -> james.sideDoors.delegates(ALICE, user));
        assertThat(service().ofMailbox(ALICE).complete()).isTrue();

        james.sideDoors.delegates(ALICE, BOB);
        MailboxSideDoors found = service().ofMailbox(ALICE);
        assertThat(found.complete()).isFalse();
        assertThat(found.doors()).hasSize(SideDoorService.MAX_DOORS);
    }

    private static MailboxACL.Entry entry(String name, String rights) throws Exception {
        return new MailboxACL.Entry(name, rights);
    }

    private void acl(String folder, MailboxACL.Entry... entries) throws Exception {
        MailboxSession session = james.mailboxManager().createSystemSession(ALICE);
        james.mailboxManager()
                .setRights(MailboxPath.forUser(ALICE, folder), new MailboxACL(entries), session);
    }

    private List<String> doors() {
        return service().ofMailbox(ALICE).doors().stream()
                .map(
                        door ->
                                String.join(
                                        " ",
                                        door.kind().wireName(),
                                        door.letsIn().orElse("?"),
                                        door.detail()))
                .collect(Collectors.toList());
    }

    private SideDoorService service() {
        return new SideDoorService(
                List.of(
                        new AclSideDoors(james.mailboxManager()),
                        new RewritingSideDoors(james.rewriteTable),
                        new JmapFilters(james.sideDoors.filters),
                        new JamesDelegation(james.sideDoors.delegation)),
                database.stores().mailboxDirectory(),
                james.accounts());
    }
}
