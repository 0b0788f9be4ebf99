/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.it.server.JamesServer;

/** Who runs the mail of a company, through WebAdmin. */
public final class Administrator {
    private final JamesServer james;
    private final WebAdmin webAdmin;

    private Administrator(JamesServer james) {
        this.james = james;
        this.webAdmin = new WebAdmin(james.webAdmin());
    }

    /** The administrator of this server. */
    public static Administrator of(JamesServer james) {
        return new Administrator(james);
    }

    /** For requests of which the test minds every detail. */
    public WebAdmin webAdmin() {
        return webAdmin;
    }

    /** Adds a domain, if it is not there. */
    public void createsDomain(String domain) {
        webAdmin.put("/domains/" + domain).expectSuccess();
    }

    /** Creates an ordinary user, whose password nobody else has. */
    public Person createsUser(String address) {
        Person person = user(address);
        createsUser(person);
        return person;
    }

    /** Somebody whom {@link #createsUser(String)} has created. */
    public Person user(String address) {
        return new Person(james, address, "secret of " + address);
    }

    /** Creates a person again whom James has forgotten with everything else over a restart. */
    public void createsUser(Person person) {
        webAdmin.put("/users/" + person.address(), "{\"password\":\"" + person.password() + "\"}")
                .expectSuccess();
    }

    /** Creates a shared mailbox of the default type, in which nobody can sign in. */
    public HttpAnswer createsSharedMailbox(String address) {
        return webAdmin.put("/shared-mailboxes/" + address, "{}").expectSuccess();
    }

    /** What WebAdmin says about a shared mailbox. */
    public HttpAnswer looksAtSharedMailbox(String address) {
        return webAdmin.get("/shared-mailboxes/" + address);
    }

    /** Gives a delegate these rights on somebody's mailbox, and no others. */
    public HttpAnswer grants(String owner, Person delegate, String... rights) {
        String names =
                Arrays.stream(rights)
                        .map(right -> "\"" + right + "\"")
                        .collect(Collectors.joining(","));
        return webAdmin.put(path(owner, delegate), "{\"rights\":[" + names + "]}").expectSuccess();
    }

    /** Gives a delegate one right for a time, with null for an open end. */
    public HttpAnswer grantsFor(
            String owner,
            Person delegate,
            String right,
            @Nullable Instant notBefore,
            @Nullable Instant notAfter) {
        return webAdmin.put(
                        path(owner, delegate),
                        String.format(
                                "{\"rights\":[\"%s\"],\"notBefore\":%s,\"notAfter\":%s}",
                                right, quoted(notBefore), quoted(notAfter)))
                .expectSuccess();
    }

    private static String quoted(@Nullable Instant instant) {
        return instant == null ? "null" : "\"" + instant + "\"";
    }

    /** Makes an address another name of an account. */
    public void aliases(String alias, String account) {
        webAdmin.put("/address/aliases/" + account + "/sources/" + alias).expectSuccess();
    }

    /** Ends a delegation. */
    public void removes(Person delegate, String owner) {
        webAdmin.delete(path(owner, delegate)).expectSuccess();
    }

    /** What WebAdmin says about a delegation. */
    public HttpAnswer looksAtDelegation(String owner, Person delegate) {
        return webAdmin.get(path(owner, delegate));
    }

    /**
     * Everything that WebAdmin says about delegations, but for the days on which members last used
     * them: those are written a moment after the use.
     *
     * @param path {@code /delegations}, with an owner if one asks for theirs only
     */
    public JsonNode delegationsBesidesLastUse(String path) {
        JsonNode listed = webAdmin.get(path).expectSuccess().json();
        listed.get("items").forEach(item -> ((ObjectNode) item).remove("lastUsed"));
        return listed;
    }

    private static String path(String owner, Person delegate) {
        return "/delegations/" + owner + "/" + delegate.address();
    }
}
