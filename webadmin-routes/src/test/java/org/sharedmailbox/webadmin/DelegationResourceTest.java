/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.delegation.CurrentNames;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.store.TestStores;

class DelegationResourceTest {
    private static final String PATH = "/delegations/alice@example.com/bob@example.com";

    @RegisterExtension final TestStores database = TestStores.h2InFile();

    @Test
    void whatIsGrantedIsAnsweredEvenIfSomebodyRevokesItAtOnce() {
        Plugin plugin = new Plugin(database.stores(), new JamesInMemory().with(ALICE, BOB));
        plugin.changes.subscribe(
                (owner, delegate) -> plugin.delegations.revoke(owner, delegate, ADMINISTRATOR));

        try (HttpServer server = serverOf(plugin)) {
            server.client()
                    .put(PATH, "{\"rights\":[\"READ\"]}")
                    .is(
                            201,
                            "{'owner':'alice@example.com','delegate':'bob@example.com',"
                                    + "'rights':['READ'],'folders':null,"
                                    + "'access':[{'folder':null,'letters':'lr','subfolders':true}],"
                                    + "'notBefore':null,"
                                    + "'notAfter':null,'note':null,'notify':null,'autoReply':null,'state':'active',"
                                    + "'lastUsed':{'read':null,'manage':null,'send':null},"
                                    + "'grantedBy':'webadmin',"
                                    + "'grantedAt':'2026-03-04T12:00:00.123456Z',"
                                    + "'changedAt':'2026-03-04T12:00:00.123456Z'}");
            server.client().get(PATH).hasStatus(404);
        }
    }

    private HttpServer serverOf(Plugin plugin) {
        CurrentNames names = new CurrentNames(new JamesInMemory().folders());
        DelegationResource resource =
                new DelegationResource(
                        plugin.delegations,
                        plugin.bulk,
                        () -> {
                            throw new AssertionError("No task is asked for");
                        },
                        new DelegationListing(
                                database.stores().delegationDirectory(), names, plugin.clock),
                        plugin.access,
                        names,
                        database.stores().uses(),
                        new SuspensionResource(
                                plugin.suspensions,
                                plugin.access,
                                names,
                                database.stores().uses()));
        return HttpServer.with(
                http ->
                        DelegationRoutes.ENDPOINTS.forEach(
                                endpoint -> endpoint.define(http, resource, HttpServer.GUARD)));
    }
}
