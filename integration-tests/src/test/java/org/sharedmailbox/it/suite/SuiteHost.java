/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mpt.api.Continuation;
import org.apache.james.mpt.api.ImapFeatures;
import org.apache.james.mpt.api.ImapFeatures.Feature;
import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.api.Session;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.StockJames;

/** A server of its own process, as James's IMAP suite wants to have one: prepared from outside. */
final class SuiteHost implements ImapHostSystem {
    private static final ImapFeatures FEATURES =
            ImapFeatures.of(
                    Feature.MOVE_SUPPORT,
                    Feature.USER_FLAGS_SUPPORT,
                    Feature.QUOTA_SUPPORT,
                    Feature.ANNOTATION_SUPPORT,
                    Feature.MOD_SEQ_SEARCH);

    private final StockJames james;
    private final WebAdmin webAdmin;
    private final Map<String, String> passwords = new LinkedHashMap<>();

    SuiteHost(StockJames james) {
        this.james = james;
        this.webAdmin = Administrator.of(james).webAdmin();
    }

    /** Takes away all that a script before has left. */
    @Override
    public void beforeTest() {
        // One by one: whoever is forgotten is not asked for again if another cannot be.
        for (String user : List.copyOf(passwords.keySet())) {
            forget(user);
            passwords.remove(user);
        }
    }

    @Override
    public void afterTest() {}

    @Override
    public boolean addUser(Username user, String password) {
        passwords.put(user.asString(), password);
        webAdmin.put("/users/" + user.asString() + "?force", "{\"password\":\"" + password + "\"}")
                .expectSuccess();
        return true;
    }

    @Override
    public Session newSession(Continuation continuation) {
        return new SuiteSession(james, continuation);
    }

    @Override
    public boolean supports(Feature... features) {
        return FEATURES.supports(features);
    }

    @Override
    public void createMailbox(MailboxPath path) {
        String user = path.getUser().asString();
        if (!passwords.containsKey(user)) {
            addUser(path.getUser(), "password");
        }
        try (RawImap imap = signsIn(user)) {
            expectOk(imap, "CREATE \"" + path.getName() + "\"");
        }
    }

    @Override
    public void setQuotaLimits(QuotaCountLimit count, QuotaSizeLimit size) {
        webAdmin.put("/quota/count", String.valueOf(count.asLong())).expectSuccess();
        webAdmin.put("/quota/size", String.valueOf(size.asLong())).expectSuccess();
    }

    @Override
    public void grantRights(MailboxPath path, Username user, MailboxACL.Rfc4314Rights rights) {
        throw new UnsupportedOperationException("James's own ACLs are not what we test");
    }

    private void forget(String user) {
        try (RawImap imap = signsIn(user)) {
            for (String subscribed : imap.command("LSUB \"\" *").untagged("* LSUB ")) {
                String name = subscribed.replaceFirst("^\\* LSUB \\([^)]*\\) \"\\.\" ", "");
                expectOk(imap, "UNSUBSCRIBE " + name);
            }
        }
        webAdmin.delete("/users/" + user + "/mailboxes").expectSuccess();
        webAdmin.delete("/users/" + user).expectSuccess();
        webAdmin.delete("/quota/count").expectSuccess();
        webAdmin.delete("/quota/size").expectSuccess();
    }

    private RawImap signsIn(String user) {
        RawImap imap = RawImap.connectInTheClear(james);
        expectOk(imap, "LOGIN \"" + user + "\" \"" + passwords.get(user) + "\"");
        return imap;
    }

    private static void expectOk(RawImap imap, String command) {
        var answer = imap.command(command);
        if (!answer.isOk()) {
            throw new AssertionError(command + ": " + answer);
        }
    }
}
