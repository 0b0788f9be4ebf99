/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.mailbox;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.failure.RequestRefusedException.Kind;
import org.sharedmailbox.store.TestStores;

class KnownTypesTest {
    private static final SharedMailboxTypeName HELPDESK = SharedMailboxTypeName.of("helpdesk");

    @RegisterExtension final TestStores database = TestStores.h2InFile();

    @Test
    void aDeclaredTypeIsKnownWithoutAnyMailbox() {
        assertThatCode(() -> known().require(SharedMailboxType.TEAM.name()))
                .doesNotThrowAnyException();
    }

    @Test
    void aTypeThatIsDeclaredNoMoreIsKnownWhileAMailboxIsOfIt() {
        database.stores().mailboxes().put(mailbox(SUPPORT).type(HELPDESK).build());

        assertThatCode(() -> known().require(HELPDESK)).doesNotThrowAnyException();
    }

    @Test
    void anyOtherIsRefused() {
        RequestRefusedException refusal =
                catchThrowableOfType(
                        RequestRefusedException.class, () -> known().require(HELPDESK));

        assertThat(refusal)
                .hasMessage(
                        "'type' is 'helpdesk', which is not declared, and no mailbox is of it; the"
                                + " types are [team]");
        assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
        assertThat(refusal.field()).contains("type");
    }

    private KnownTypes known() {
        return new KnownTypes(
                SharedMailboxTypes.of(List.of(SharedMailboxType.TEAM)),
                database.stores().mailboxDirectory());
    }
}
