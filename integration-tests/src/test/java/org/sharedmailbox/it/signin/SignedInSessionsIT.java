/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.signin.WayIn.SignedIn;

/**
 * All ways of being signed in, and all changes of what one signed in with: who goes on afterwards.
 * Other servers and restarts are told by {@code SignInChangesTest} of the core, because a James in
 * memory forgets its users.
 */
class SignedInSessionsIT {
    /** No plugin can end them; the documentation says so. */
    private static final Set<WayIn> OUT_OF_REACH =
            EnumSet.of(WayIn.POP3, WayIn.MANAGE_SIEVE, WayIn.JMAP_TOKEN);

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whoSignedInBeforeIsOut(Change change) {
        String account = change.name().toLowerCase(Locale.ROOT).replace('_', '-') + "@example.com";
        change.begin(office, account);
        Map<WayIn, SignedIn> sessions = new EnumMap<>(WayIn.class);
        for (WayIn way : WayIn.values()) {
            sessions.put(way, way.open(office, account));
        }

        change.make(office, account);

        Set<WayIn> in = EnumSet.noneOf(WayIn.class);
        sessions.forEach(
                (way, session) -> {
                    if (session.goesOn()) {
                        in.add(way);
                    }
                });
        assertThat(in).isEqualTo(OUT_OF_REACH);
    }

    @Test
    void nobodySignsInByJamesOwnDelegationWhereNobodyIsTo() {
        String account = "blocked@example.com";
        office.put("/shared-mailboxes/" + account, "{}");
        office.letsCarolActFor(account);

        try (RawImap imap = RawImap.connect(office.james())) {
            assertThat(imap.command(WayIn.authenticate(office.carol(), account)).completion())
                    .startsWith("NO [AUTHENTICATIONFAILED] ");
            assertThat(imap.response()).startsWith("* BYE ");
            assertThat(imap.isClosedByServer()).isTrue();
        }
    }

    @Test
    void nobodySignsInByItInTwoStepsEither() {
        String account = "blocked-too@example.com";
        office.put("/shared-mailboxes/" + account, "{}");
        office.letsCarolActFor(account);
        String[] command = WayIn.authenticate(office.carol(), account).split(" ");

        try (RawImap imap = RawImap.connect(office.james())) {
            imap.send("t " + command[0] + " " + command[1]);
            assertThat(imap.response()).startsWith("+");
            imap.send(command[2]);
            assertThat(imap.response()).startsWith("t NO [AUTHENTICATIONFAILED] ");
            assertThat(imap.response()).startsWith("* BYE ");
        }
    }

    @Test
    void wherePeopleSignInJamesOwnDelegationIsLeftAlone() {
        String account = "boss@example.com";
        office.put("/users/" + account, Office.json(Office.PASSWORD));
        office.letsCarolActFor(account);

        try (RawImap imap = RawImap.connect(office.james())) {
            assertThat(imap.command(WayIn.authenticate(office.carol(), account)).isOk()).isTrue();
            assertThat(imap.command("SELECT INBOX").isOk()).isTrue();
        }
    }
}
