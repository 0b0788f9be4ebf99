/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.BodyFetchElement;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.FetchData.Item;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.SectionType;
import org.apache.james.imap.message.request.FetchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharedmailbox.model.ImapRights;

/** imap.md, "Rights", row "FETCH that would set \\Seen". */
class FetchRightsTest {
    private static final ImapRights READ = ImapRights.ofLetters("lr");
    private static final BodyFetchElement TEXT =
            new BodyFetchElement("BODY[1]", SectionType.CONTENT, new int[] {1}, null, 5L, 10L);
    private static final BodyFetchElement ALL =
            new BodyFetchElement("BODY[]", SectionType.CONTENT, null, null, null, null);

    @Test
    void withTheRightItStaysAsItIs() {
        FetchRequest request = request(FetchData.builder().add(ALL, false).build());
        assertThat(FetchProcessor.permitted(request, ImapRights.ofLetters("lrs")))
                .isSameAs(request);
    }

    @Test
    void whatSetsNothingStaysAsItIs() {
        FetchRequest request = request(FetchData.builder().add(ALL, true).build());
        assertThat(FetchProcessor.permitted(request, READ)).isSameAs(request);
    }

    @ParameterizedTest
    @EnumSource(Item.class)
    void withoutItEveryItemIsFetchedAndNothingSet(Item item) {
        assertPeeks(FetchData.builder().fetch(item).add(ALL, false).build());
    }

    @Test
    void withoutItEverythingElseIsKept() {
        assertPeeks(
                FetchData.builder()
                        .fetch(Item.values())
                        .add(TEXT, false)
                        .add(ALL, true)
                        .changedSince(42)
                        .vanished(true)
                        .build());
        assertPeeks(FetchData.builder().add(TEXT, false).changedSince(0).build());
    }

    private static void assertPeeks(FetchData data) {
        FetchRequest request = request(data);
        FetchRequest permitted = FetchProcessor.permitted(request, READ);

        assertThat(data.isSetSeen()).isTrue();
        assertThat(permitted.getFetch().isSetSeen()).isFalse();
        assertThat(permitted.getFetch().getBodyElements())
                .containsExactlyElementsOf(data.getBodyElements());
        assertThat(permitted.getFetch().getChangedSince()).isEqualTo(data.getChangedSince());
        assertThat(permitted.getFetch().getVanished()).isEqualTo(data.getVanished());
        for (Item item : Item.values()) {
            assertThat(permitted.getFetch().contains(item)).isEqualTo(data.contains(item));
        }
        assertThat(permitted.getIdSet()).isEqualTo(request.getIdSet());
        assertThat(permitted.isUseUids()).isEqualTo(request.isUseUids());
        assertThat(permitted.getTag()).isEqualTo(request.getTag());
    }

    private static FetchRequest request(FetchData data) {
        return new FetchRequest(true, new IdRange[] {new IdRange(1, 7)}, data, new Tag("a1"));
    }
}
