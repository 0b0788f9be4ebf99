/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.model.DelegationRight.READ;

import com.google.common.base.Strings;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                null,
                "There is no user or shared mailbox carol@example.com");
    }

    @Test
    void anUnknownDelegateIsRefused() {
        assertRefused(
                SUPPORT,
                CAROL,
                terms(READ).build(),
                Kind.NOT_FOUND,
                null,
                "There is no user or shared mailbox carol@example.com");
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
