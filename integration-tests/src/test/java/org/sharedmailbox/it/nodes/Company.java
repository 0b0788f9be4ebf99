/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.sharedmailbox.it.client.Administrator;

/** What people do on two nodes: administered at the first, where nothing else is said. */
final class Company {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final TwoNodes nodes;

    Company(TwoNodes nodes) {
        this.nodes = nodes;
    }

    /** Makes a domain with a shared mailbox and these users, on both. */
    String newTeam(String domain, String... users) {
        nodes.createsDomain(domain);
        for (String user : users) {
            nodes.createsUser(user + "@" + domain);
        }
        nodes.createsSharedMailbox("team@" + domain);
        return "team@" + domain;
    }

    void grants(String owner, String delegate) {
        nodes.atA().grants(owner, nodes.onA(delegate), "READ_AND_MANAGE", "SEND_AS");
    }

    void revokes(String owner, String delegate) {
        nodes.atA().removes(nodes.onA(delegate), owner);
    }

    void converts(String user) {
        nodes.atA()
                .webAdmin()
                .post("/shared-mailboxes/" + user + "?action=convert", "")
                .expectSuccess();
    }

    /**
     * Grants for some seconds, of which the delegate is told by mail, and of their end. Returns
     * when they have been told the first: a beginning and an end that are told at a time become one
     * mail.
     */
    void grantsBriefly(String owner, String delegate) {
        nodes.atA()
                .webAdmin()
                .put(
                        "/delegations/" + owner + "/" + delegate,
                        "{\"rights\":[\"READ\"],\"notify\":\"delegate\",\"notAfter\":\""
                                + Instant.now().plusSeconds(10)
                                + "\"}")
                .expectSuccess();
        await(() -> nodes.subjectsOf(delegate).contains("You have access to " + owner));
    }

    /** Waits until it is written down that the delegate has read and changed something. */
    void awaitUse(String owner, String delegate) {
        await(
                () -> {
                    JsonNode lastUsed =
                            nodes.atA()
                                    .looksAtDelegation(owner, nodes.onA(delegate))
                                    .expectSuccess()
                                    .json()
                                    .get("lastUsed");
                    return lastUsed.hasNonNull("read") && lastUsed.hasNonNull("manage");
                });
    }

    /** Asks for each of these grants, and says how many are made; the rest have to be refused. */
    static long grantsAsManyAsPossible(
            Administrator administrator, String owner, List<String> delegates) {
        long granted = 0;
        for (String delegate : delegates) {
            int status =
                    administrator
                            .webAdmin()
                            .put(
                                    "/delegations/" + owner + "/" + delegate,
                                    "{\"rights\":[\"READ\"]}")
                            .status();
            assertThat(status).isIn(201, 409);
            granted += status == 201 ? 1 : 0;
        }
        return granted;
    }

    int membersOf(String owner) {
        return nodes.atA()
                .webAdmin()
                .get("/delegations?owner=" + owner)
                .json()
                .get("total")
                .asInt();
    }

    /**
     * Opens connections to the second. A session that begins in the instant of a change may be told
     * to sign in once more.
     */
    Visitor visits(String account) {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> tryVisit(account), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Visitor> tryVisit(String account) {
        Visitor visitor = Visitor.of(nodes.onB(account));
        if (visitor.isSignedIn() && visitor.maySendAs(account)) {
            return Optional.of(visitor);
        }
        visitor.close();
        return Optional.empty();
    }

    void awaitRecordedEnd(String owner) {
        await(() -> !endsOf(owner).isEmpty());
    }

    private JsonNode endsOf(String owner) {
        return nodes.atA()
                .webAdmin()
                .get("/delegation-audit?action=delegation.expired&mailbox=" + owner)
                .expectSuccess()
                .json()
                .get("items");
    }

    /** Also several sweeps, and a round of those who send notices, later. */
    void assertEndIsRecordedAndToldOnce(String owner, String delegate) {
        await(() -> nodes.subjectsOf(delegate).size() >= 2);
        Awaitility.await()
                .during(Duration.ofSeconds(6))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(endsOf(owner)).hasSize(1));
        assertThat(nodes.subjectsOf(delegate))
                .containsExactlyInAnyOrder(
                        "You have access to " + owner, "Your access to " + owner + " has ended");
    }

    /** Waits for a line with this in the logs of both. */
    void awaitLine(String part) {
        await(() -> nodes.a().logLines().stream().anyMatch(line -> line.contains(part)));
        await(() -> nodes.b().logLines().stream().anyMatch(line -> line.contains(part)));
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(SOON).until(condition);
    }
}
