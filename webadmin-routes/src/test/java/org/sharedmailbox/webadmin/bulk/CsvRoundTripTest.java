/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.GivenEntries.covering;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.SUPPORT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.io.CharSource;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sharedmailbox.People;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationState;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.delegation.LastUse;
import org.sharedmailbox.delegation.ListedDelegation;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderScope;
import org.sharedmailbox.webadmin.WebAdmin;
import org.sharedmailbox.webadmin.WebAdminExtension;

/** What is written as CSV says the same when it is read, whatever folders and notes look like. */
@ExtendWith(WebAdminExtension.class)
class CsvRoundTripTest {
    /** The pieces that spaces, separators, quotes and guards against formulas are made of. */
    private static final List<String> PIECES =
            List.of(" ", "a", "|", "\\", ",", ";", "\"", "'", "=", "@", "＝", "\uFEFF", "\u00A0");

    private final WebAdmin webAdmin;

    CsvRoundTripTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @Test
    void everyTextOfUpToThreePiecesIsReadAsAFolderAndAsANote() throws IOException {
        List<String> texts =
                Lists.cartesianProduct(ImmutableList.of(withNone(), withNone(), PIECES)).stream()
                        .map(pieces -> String.join("", pieces))
                        .distinct()
                        .collect(ImmutableList.toImmutableList());
        assertThat(texts).hasSizeGreaterThan(2000);

        isReadAsItWasWritten(Lists.transform(texts, text -> delegation(List.of(text), text)));
    }

    @Test
    void everyTwoFoldersStayTwo() throws IOException {
        isReadAsItWasWritten(
                Lists.cartesianProduct(ImmutableList.of(PIECES, PIECES, List.of("", " "), PIECES))
                        .stream()
                        .map(p -> List.of(p.get(0) + p.get(1), p.get(2) + p.get(3)))
                        .filter(two -> !two.get(0).equals(two.get(1)))
                        .map(two -> delegation(two, "n"))
                        .collect(ImmutableList.toImmutableList()));
    }

    @Test
    void aFolderWithBlanksAtItsEndsIsExportedAndImported() {
        String mailboxes = "/users/alice@example.com/mailboxes/";
        webAdmin.put(mailboxes + "%20Lead", "").hasStatus(204);
        webAdmin.put(mailboxes + "Trail%20", "").hasStatus(204);
        String delegation = "/delegations/alice@example.com/carol@example.com";
        webAdmin.put(
                        delegation,
                        "{\"rights\":[\"READ\"],\"folders\":[\" Lead\",\"Trail \"],\"note\":\" \"}")
                .hasStatus(201);

        String csv =
                webAdmin.getAs("text/csv", "/delegations?owner=alice@example.com")
                        .hasStatus(200)
                        .body();

        webAdmin.postAs("text/csv", "/delegations", csv)
                .is(200, "{'created':0,'changed':0,'unchanged':1}");
        webAdmin.delete(delegation).hasStatus(204);
        webAdmin.postAs("text/csv", "/delegations", csv)
                .is(200, "{'created':1,'changed':0,'unchanged':0}");
        assertThat(webAdmin.get(delegation).json().get("folders"))
                .extracting(name -> name.textValue())
                .containsExactly(" Lead", "Trail ");
        webAdmin.delete(delegation).hasStatus(204);
    }

    @Test
    void anEmptyNoteIsNone() {
        String delegation = "/delegations/alice@example.com/carol@example.com";
        webAdmin.put(delegation, "{\"rights\":[\"READ\"],\"note\":\"\"}").hasStatus(201);
        assertThat(webAdmin.get(delegation).json().get("note").isNull()).isTrue();
        webAdmin.delete(delegation).hasStatus(204);
    }

    private static void isReadAsItWasWritten(List<Delegation> delegations) throws IOException {
        StringWriter csv = new StringWriter();
        DelegationCsv.write(
                Lists.transform(
                        delegations,
                        one -> ListedDelegation.of(one, DelegationState.ACTIVE, LastUse.never())),
                csv);

        BulkRequest read = BulkCsv.read(CharSource.wrap(csv.toString()).asByteSource(UTF_8));

        assertThat(read.faults()).isEmpty();
        assertThat(read.grants())
                .extracting(grant -> grant.terms())
                .containsExactlyElementsOf(Lists.transform(delegations, CsvRoundTripTest::termsOf));
    }

    private static DelegationTerms termsOf(Delegation delegation) {
        DelegationTerms.Builder terms =
                DelegationTerms.builder()
                        .rights(delegation.inShort().rights())
                        .folders(FolderScope.of(delegation.inShort().folders().orElseThrow()));
        delegation.note().ifPresent(terms::note);
        return terms.build();
    }

    private static Delegation delegation(List<String> folders, String note) {
        return People.delegation(SUPPORT, ALICE)
                .sendRights(List.of(DelegationRight.SEND_AS))
                .entries(covering("lr", folders.toArray(new String[0])))
                .note(Optional.of(note))
                .build();
    }

    private static List<String> withNone() {
        return ImmutableList.<String>builder().add("").addAll(PIECES).build();
    }
}
