/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.model.DelegationRight.READ;

import com.google.common.base.Strings;
import java.util.List;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.administration.SharedMailboxRequest;
import org.sharedmailbox.failure.RequestRefusedException.Kind;

/** Grants that are refused, for which reason, and that nothing changes then. */
class RefusedGrantTest extends DelegationServiceFixture {
    @Test
    void aPersonalMailboxHasNoDefaultRights() {
        assertRefused(
                ALICE,
                BOB,
                DelegationTerms.builder().build(),
                Kind.INVALID,
                "rights",
                "'rights' is empty; name at least one of READ, READ_AND_MANAGE, MANAGE_MEMBERS,"
                        + " SEND_AS, SEND_ON_BEHALF");
    }

    @Test
    void anUnknownOwnerIsRefused() {
        assertRefused(
                CAROL,
                ALICE,
                terms(READ).build(),
                Kind.NOT_FOUND,
                "owner",
                "There is no user or shared mailbox carol@example.com");
    }

    @Test
    void anUnknownDelegateIsRefused() {
        assertRefused(
                SUPPORT,
                CAROL,
                terms(READ).build(),
                Kind.NOT_FOUND,
                "delegate",
                "There is no user or shared mailbox carol@example.com");
    }

    @Test
    void anAliasIsRefusedWithTheNameOfItsAccount() {
        james.withAlias("al@example.com", ALICE);
        String message =
                "al@example.com is an alias of alice@example.com; name that account instead";
        Username alias = Username.of("al@example.com");

        assertRefused(SUPPORT, alias, terms(READ).build(), Kind.NOT_FOUND, "delegate", message);
        assertRefused(alias, BOB, terms(READ).build(), Kind.NOT_FOUND, "owner", message);
    }

    @Test
    void aMailboxThatNobodySignsInToIsNoNewDelegate() {
        Username scanner = Username.of("scanner@example.com");
        SharedMailboxRequest blocked = SharedMailboxRequest.builder().build();
        plugin().mailboxes.put(scanner, blocked, ADMINISTRATOR);

        assertRefused(
                SUPPORT,
                scanner,
                terms(READ).build(),
                Kind.CONFLICT,
                "delegate",
                "scanner@example.com is a shared mailbox that nobody can sign in to, so it can be"
                        + " nobody's delegate; name its members instead");

        plugin().mailboxes
                .put(
                        scanner,
                        SharedMailboxRequest.builder().password("of a machine").build(),
                        ADMINISTRATOR);
        plugin().delegations.grant(SUPPORT, scanner, terms(READ).build(), ADMINISTRATOR);
        plugin().mailboxes.delete(scanner, false, ADMINISTRATOR);
    }

    @Test
    void nobodyIsADelegateOfTheirOwn() {
        assertRefused(
                ALICE,
                ALICE,
                terms(READ).build(),
                Kind.INVALID,
                "delegate",
                "alice@example.com cannot be a delegate of their own mailbox");
    }

    @Test
    void aFolderThatDoesNotExistIsRefused() {
        assertRefused(
                SUPPORT,
                ALICE,
                terms(READ).folders(scope("INBOX", "Secret")).build(),
                Kind.INVALID,
                "folders",
                "support@example.com has no folder 'Secret'");
    }

    @Test
    void anOverlongNoteIsRefused() {
        assertRefused(
                SUPPORT,
                ALICE,
                terms(READ).note(Strings.repeat("n", 1001)).build(),
                Kind.INVALID,
                "note",
                "'note' has more than 1000 characters");
    }

    @Test
    void aNoteOfTwoLinesOrWithHalfACharacterIsRefused() {
        for (String note : List.of("a\nb", "a\0b", "a\u2028b", "a\ud83d", "a\u0085b")) {
            assertRefused(
                    SUPPORT,
                    ALICE,
                    terms(READ).note(note).build(),
                    Kind.INVALID,
                    "note",
                    "'note' contains a control character or a line break");
        }
    }
}
