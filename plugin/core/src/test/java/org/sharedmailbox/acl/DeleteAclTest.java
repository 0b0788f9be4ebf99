/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;

/** The table of DELETEACL, on delegations in a real store. */
class DeleteAclTest extends AclServiceFixture {
    @ParameterizedTest(name = "{0} on {1}; DELETEACL {2} -> {3} on {4}")
    @CsvSource({
        "-, -, INBOX, -, -",
        "-, -, *, -, -",
        "READ, INBOX, INBOX, -, -",
        "READ, INBOX, Sent, READ, INBOX",
        "READ, INBOX Sent, INBOX, READ, Sent",
        "READ, INBOX Sent, *, -, -",
        "READ, *, *, -, -",
        "READ, Projects Projects.2026, Projects, READ, Projects.2026",
        "SEND_AS, *, INBOX, SEND_AS, *",
        "SEND_AS, *, *, SEND_AS, *",
        "READ SEND_AS, INBOX, INBOX, SEND_AS, *",
        "READ SEND_AS SEND_ON_BEHALF, INBOX Sent, *, SEND_AS SEND_ON_BEHALF, *",
    })
    void foldersAreTakenOut(
            String rights, String folders, String folder, String rightsAfter, String foldersAfter) {
        bobHas(rights, folders);

        delete(folder);

        assertThat(bobsGrant()).isEqualTo(rightsAfter + " on " + foldersAfter);
    }

    @ParameterizedTest(name = "{0} on {1}; DELETEACL {2} is refused")
    @CsvSource({
        "READ, *, INBOX, bob@example.com holds rights on all folders",
        "READ, Projects, Projects.2026, on a folder above it",
        "READ, Projects.2026 Projects, Projects.2026, on a folder above it",
    })
    void oneFolderOfManyThatWereNotNamedCannotBeTakenOut(
            String rights, String folders, String folder, String reason) {
        bobHas(rights, folders);

        RequestRefusedException refused = refusal(() -> delete(folder));

        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refused.reason()).contains(reason).contains("#user.<owner>");
        assertThat(bobsGrant()).isEqualTo(rights + " on " + folders);
    }
}
