/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;

class TypeDeclarationsTest {
    @Test
    void theExampleOfTheDocumentationIsUnderstood() {
        SharedMailboxType helpdesk =
                type(
                        "helpdesk",
                        "type.helpdesk.folders=INBOX,Sent, Open,Waiting,Done",
                        "type.helpdesk.defaultRights=READ_AND_MANAGE,SEND_AS",
                        "type.helpdesk.cap=lrswitkxe",
                        "type.helpdesk.sending=true");

        assertThat(helpdesk.folders())
                .extracting(FolderName::asString)
                .containsExactly("INBOX", "Sent", "Open", "Waiting", "Done");
        assertThat(helpdesk.defaultRights())
                .containsExactly(DelegationRight.READ_AND_MANAGE, DelegationRight.SEND_AS);
        assertThat(helpdesk.cap()).isEqualTo(ImapRights.ofLetters("lrswitkxe"));
        assertThat(helpdesk.sending()).isTrue();
    }

    @Test
    void onlyTheFoldersAreNeeded() {
        SharedMailboxType plain = type("plain", "type.plain.folders=INBOX");

        assertThat(plain.defaultRights()).containsExactly(DelegationRight.READ);
        assertThat(plain.cap()).isEqualTo(ImapRights.ALL);
        assertThat(plain.sending()).isTrue();
    }

    @Test
    void theBuiltInTypesComeFirst() {
        assertThat(types("type.b.folders=INBOX", "type.a.folders=INBOX").names())
                .isEqualTo("[team, archive, a, b]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "type.a.cap=lr|type.a.folders is missing; name the folders that such a mailbox has",
                "type.a.folders=,|type.a.folders is missing; name the folders that such a mailbox has",
                "type.a.folders=INBOX,a..b|type.a.folders: The folder name 'a..b' has an empty level",
                "type.a.folder=INBOX|there is no setting 'type.a.folder'; a type has type.NAME.folders, type.NAME.defaultRights, type.NAME.cap and type.NAME.sending",
                "type.folders=INBOX|there is no setting 'type.folders'; a type has type.NAME.folders, type.NAME.defaultRights, type.NAME.cap and type.NAME.sending",
                "type.a.b.folders=INBOX|there is no setting 'type.a.b.folders'; a type has type.NAME.folders, type.NAME.defaultRights, type.NAME.cap and type.NAME.sending",
                "type.team.folders=INBOX|'type.team.' declares a type that is built in; choose another name",
                "type.Help.folders=INBOX|'type.Help.' begins with a name that is not in lower case",
                "type.5.folders=INBOX|'5' is not a valid name of a mailbox type: use 1 to 31 letters, digits and hyphens",
                "type.a.folders=INBOX;type.a.defaultRights=WRITE|type.a.defaultRights is 'WRITE', but it must be some of READ, READ_AND_MANAGE, MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF",
                "type.a.folders=INBOX;type.a.defaultRights=,|type.a.defaultRights is ',', but it must be some of READ, READ_AND_MANAGE, MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF",
                "type.a.folders=INBOX;type.a.cap=lrq|type.a.cap is 'lrq', but it must be rights of RFC 4314, e.g. lrswitkxe",
                "type.a.folders=INBOX;type.a.sending=yes|type.a.sending is 'yes', but it must be true or false",
                "type.a.folders=INBOX;type.a.sending=false;type.a.defaultRights=SEND_AS|type.a.defaultRights names a right to send, but the type's 'sending' is false",
            })
    void aBadDeclarationIsRefusedByName(String settings, String message) {
        assertThatThrownBy(() -> types(Splitter.on(';').splitToList(settings)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shared-mailboxes.properties: " + message);
    }

    private static SharedMailboxType type(String name, String... settings) {
        return types(settings).find(SharedMailboxTypeName.of(name)).orElseThrow();
    }

    private static SharedMailboxTypes types(String... settings) {
        return types(List.of(settings));
    }

    private static SharedMailboxTypes types(List<String> settings) {
        Map<String, String> written = new LinkedHashMap<>();
        settings.forEach(
                line -> {
                    int equals = line.indexOf('=');
                    written.put(line.substring(0, equals), line.substring(equals + 1));
                });
        return SharedMailboxConfiguration.parse(written).types();
    }
}
