/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.model.FolderName;

/** imap.md, "Names", mostly as alice@example.com sees them. */
class OtherUsersNamespaceTest {
    private static final OtherUsersNamespace NAMES =
            OtherUsersNamespace.seenBy(Username.of("alice@example.com"));

    @ParameterizedTest
    @CsvSource({
        "support@example.com,        INBOX,        #user.support.INBOX",
        "support@example.com,        Archive.2026, #user.support.Archive.2026",
        "john.doe@example.com,       INBOX,        #user.john__doe.INBOX",
        "john_doe@example.com,       INBOX,        #user.john_-doe.INBOX",
        "a_.b@example.com,           INBOX,        #user.a_-__b.INBOX",
        "a._b@example.com,           INBOX,        #user.a___-b.INBOX",
        "a__b@example.com,           INBOX,        #user.a_-_-b.INBOX",
        "a-b@example.com,            INBOX,        #user.a-b.INBOX",
        "a+b@example.com,            INBOX,        #user.a+b.INBOX",
        "support@other.example,      INBOX,        #user.support@other__example.INBOX",
        "s_t.u@sub.example.com,      Sent,         #user.s_-t__u@sub__example__com.Sent",
        "b\u00fccher@example.com,   Entw\u00fcrfe, #user.b\u00fccher.Entw\u00fcrfe",
    })
    void everyFolderHasOneNameThatLeadsBackToIt(String owner, String folder, String name) {
        FolderAddress address = address(owner, folder);
        assertThat(NAMES.of(address)).isEqualTo(name);
        assertThat(NAMES.parse(name)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INBOX",
                "#user",
                "#user.",
                "#user..",
                "#user..INBOX",
                "#user.support",
                "#user.support.",
                "#user.support..INBOX",
                "#user.support.INBOX.",
                "#user.support.a..b",
                "#user.support.IN*",
                "#user.support.IN%",
                "#user.support.a\u0000b",
                "#user.support.a\rb",
                "#user.support.#user",
                "#USER.support.INBOX",
                "#User.support.INBOX",
                "#user.Support.INBOX",
                "#user.SUPPORT.INBOX",
                "#user.support@example__com.INBOX",
                "#user.support@OTHER__example.INBOX",
                "#user.a_b.INBOX",
                "#user.a_.INBOX",
                "#user._.INBOX",
                "#user.a_x.INBOX",
                "#user.@.INBOX",
                "#user.a@.INBOX",
                "#user.@b.INBOX",
                "#user.a@b@c.INBOX",
                "#user.alice.INBOX",
                "#user.alice@example__com.INBOX",
                "#shared.x.INBOX",
                "#private.INBOX",
                "#usersupport.INBOX",
            })
    void whatIsNotSpelledLikeThisNamesNothing(String name) {
        assertThat(NAMES.parse(name)).isEmpty();
    }

    @Test
    void inboxIsTheSameInAnyCase() {
        assertThat(NAMES.parse("#user.support.inBox"))
                .contains(address("support@example.com", "INBOX"));
        assertThat(NAMES.parse("#user.support.inBox.sub"))
                .contains(address("support@example.com", "inBox.sub"));
    }

    @Test
    void withoutVirtualHostingOwnersHaveNoDomain() {
        OtherUsersNamespace names = OtherUsersNamespace.seenBy(Username.of("alice"));
        FolderAddress address = address("john.doe", "INBOX");

        assertThat(names.of(address)).isEqualTo("#user.john__doe.INBOX");
        assertThat(names.parse("#user.john__doe.INBOX")).contains(address);
        assertThat(names.parse("#user.alice.INBOX")).isEmpty();
    }

    @Test
    void theSameLocalPartElsewhereIsSomebodyElse() {
        FolderAddress elsewhere = address("alice@other.example", "INBOX");

        assertThat(NAMES.of(elsewhere)).isEqualTo("#user.alice@other__example.INBOX");
        assertThat(NAMES.parse("#user.alice@other__example.INBOX")).contains(elsewhere);
    }

    @Test
    void aNameOfAnyLengthIsJudgedAtOnce() {
        assertThat(NAMES.parse("#user.support." + "a.".repeat(50_000) + "b")).isEmpty();
        assertThat(NAMES.parse("#user." + "_".repeat(100_001) + ".INBOX")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "#user,          true",
        "#user.support,  true",
        "#USER.x,        true",
        "#shared,        true",
        "#,              true",
        "#privately,     true",
        "#private,       false",
        "#private.INBOX, false",
        "INBOX,          false",
        "a#user,         false",
        "'',             false",
    })
    void onlyNamesOutsideOfTheOwnNamespaceAreOurs(String name, boolean foreign) {
        assertThat(OtherUsersNamespace.isForeign(name)).isEqualTo(foreign);
    }

    private static FolderAddress address(String owner, String folder) {
        return FolderAddress.of(Username.of(owner), FolderName.of(folder));
    }
}
