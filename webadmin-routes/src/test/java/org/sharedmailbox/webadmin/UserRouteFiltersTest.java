/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.CAROL;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.james.core.Username;
import org.apache.james.rrt.lib.AliasReverseResolverImpl;
import org.apache.james.rrt.lib.CanSendFromImpl;
import org.apache.james.user.memory.NaiveDelegationStore;
import org.apache.james.webadmin.routes.UserRoutes;
import org.apache.james.webadmin.service.UserService;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.administration.AccountEndService;
import org.sharedmailbox.administration.SharedMailboxRequest;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.DelegationTerms;
import org.sharedmailbox.failure.StoreUnavailableException;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SignIn;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.transaction.Transactions;
import spark.Service;
import spark.Spark;

/** James's own routes of users with our filters around them: bob holds one delegation of alice. */
class UserRouteFiltersTest extends PluginFixture {
    private static final String NEW_PASSWORD = "{\"password\":\"another one\"}";

    private boolean storeIsDown;
    private boolean unauthorized;
    private Plugin plugin;
    private HttpServer server;
    private WebAdmin webAdmin;

    UserRouteFiltersTest() {
        super(new JamesInMemory().with(ALICE, BOB, CAROL));
    }

    @BeforeEach
    void start() {
        plugin = plugin();
        grant(ALICE, BOB);
        grant(ALICE, CAROL);
        plugin.clock.advance(Duration.ofSeconds(1));
        server = HttpServer.with(this::define);
        webAdmin = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void define(Service http) {
        http.before(
                (request, response) -> {
                    if (unauthorized) {
                        throw Spark.halt(401);
                    }
                });
        new UserRoutes(
                        new UserService(james.users),
                        new CanSendFromImpl(
                                james.rewriteTable,
                                new AliasReverseResolverImpl(james.rewriteTable)),
                        new JsonTransformer(),
                        new NaiveDelegationStore())
                .define(http);
        // James's own is not to be had outside it; RenamedAccountsIT has the real one.
        http.post(
                "/users/:oldUser/rename/:newUser",
                (request, response) -> {
                    response.status(201);
                    return "{}";
                });
        AccountEndService ends =
                new AccountEndService(
                        database.stores().delegations(),
                        database.stores().mailboxes(),
                        database.stores().accountEnds(),
                        database.stores().unboundEntries(),
                        database.stores().notices(),
                        plugin.replies,
                        plugin.changes,
                        database.stores().auditLog(),
                        database.stores().signIns(),
                        new FragileTransactions(),
                        plugin.clock);
        new CrossSiteUserFilter(
                        HttpServer.GUARD,
                        database.stores().mailboxes(),
                        database.stores().delegations())
                .define(http);
        new UserRouteFilters(james.accounts(), ends, plugin.accountRenames, plugin.outsidePasswords)
                .define(http);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/bob@example.com",
                "/users/bob%40example.com",
                "/users/%62ob@example.com",
                "/users/BOB@Example.COM",
                "//users//bob@example.com",
            })
    void whatHungOnADeletedUserEnds(String path) {
        webAdmin.delete(path).hasStatus(204);

        assertThat(james.accounts().exists(BOB)).isFalse();
        assertThat(held()).isEmpty();
        assertThat(endIsKnown()).isTrue();
        assertThat(database.stores().delegations().ofDelegate(CAROL)).hasSize(1);
    }

    @Test
    void aMethodThatAHeaderOverridesCounts() {
        webAdmin.postAsIf("DELETE", "/users/bob@example.com", "").hasStatus(204);
        assertThat(held()).isEmpty();

        james.accounts().remove(CAROL);
        webAdmin.postAsIf("PUT", "/users/carol@example.com", NEW_PASSWORD).hasStatus(204);
        assertThat(james.accounts().exists(CAROL)).isTrue();
        assertThat(database.stores().delegations().ofOwner(ALICE)).isEmpty();
    }

    @Test
    void aDeletionThatIsOnlyPretendedEndsNothing() {
        webAdmin.deleteAsIf("GET", "/users/bob@example.com");
        webAdmin.deleteAsIf("HEAD", "/users/bob@example.com");

        assertThat(james.accounts().exists(BOB)).isTrue();
        assertThat(held()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/bob@example.com",
                "/users/bob%40example.com",
                "/users/BOB@Example.COM",
                "//users//bob@example.com",
            })
    void whoeverGetsTheNameOfAUserThatIsGoneInheritsNothing(String path) {
        james.accounts().remove(BOB);

        webAdmin.put(path, NEW_PASSWORD).hasStatus(204);

        assertThat(james.accounts().exists(BOB)).isTrue();
        assertThat(held()).isEmpty();
        assertThat(endIsKnown()).isTrue();
    }

    @Test
    void aNewPasswordChangesNothing() {
        webAdmin.put("/users/bob@example.com?force", NEW_PASSWORD).hasStatus(204);
        webAdmin.put("/users/bob@example.com", NEW_PASSWORD).hasStatus(409);

        assertThat(held()).isPresent();
        assertThat(endIsKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/support@example.com", "//users//Support%40example.com"})
    void aSharedMailboxWithAPasswordOfJamesIsNotCalledBlocked(String path) {
        plugin.mailboxes.put(SUPPORT, SharedMailboxRequest.builder().build(), ADMINISTRATOR);
        webAdmin.put(path, NEW_PASSWORD).hasStatus(409);
        assertThat(signIn()).isEqualTo("blocked");

        webAdmin.put(path + "?force", NEW_PASSWORD).hasStatus(204);

        assertThat(james.canSignIn(SUPPORT, "another one")).isTrue();
        assertThat(signIn()).isEqualTo("outside");
        assertThat(plugin.mailboxes.find(SUPPORT).orElseThrow().signIn())
                .as("what was decided, for IMAP and SMTP")
                .isEqualTo(SignIn.BLOCKED);
        assertThat(announced).endsWith("support@example.com support@example.com");
    }

    private String signIn() {
        return plugin.mailboxes.find(SUPPORT).orElseThrow().signInName();
    }

    @Test
    void aRenameOntoMailOfOthersIsRefusedBeforeItBegins() {
        james.with(SUPPORT).withFolders(SUPPORT, "INBOX").deliver(SUPPORT, "INBOX");
        String rename = "/users/alice@example.com/rename/support@example.com?action=rename";

        webAdmin.post(rename, "")
                .isError(
                        409,
                        "WrongState",
                        "support@example.com has mail of its own, which the delegates of"
                                + " alice@example.com would get: James puts both accounts' mail"
                                + " together. Rename to an account that was made for it, or take"
                                + " that mail away first");
        assertThat(held()).isPresent();

        webAdmin.post(rename + "&fromStep=none", "").hasStatus(201);
        assertThat(held()).isEmpty();
    }

    @Test
    void aRenameOntoAnAccountThatWasMadeForItBegins() {
        james.with(SUPPORT);

        webAdmin.post("/users/alice@example.com/rename/support@example.com?action=rename", "")
                .hasStatus(201);

        assertThat(database.stores().delegations().find(SUPPORT, BOB)).isPresent();
    }

    @Test
    void aRequestThatFailsEndsNothing() {
        unauthorized = true;
        webAdmin.delete("/users/bob@example.com").hasStatus(401);
        webAdmin.put("/users/dave@example.com", NEW_PASSWORD).hasStatus(401);
        james.accounts().remove(CAROL);
        webAdmin.delete("/users/carol@example.com").hasStatus(401);
        unauthorized = false;
        webAdmin.delete("/users/bob@example.com/nowhere").hasStatus(404);
        webAdmin.delete("/users/bob@example.com/").hasStatus(404);
        webAdmin.delete("/users/no%20name@bob@example.com");

        assertThat(held()).isPresent();
        assertThat(database.stores().delegations().ofDelegate(CAROL)).hasSize(1);
        assertThat(endOf(Username.of("dave@example.com"))).isFalse();
    }

    @Test
    void whileTheStoreIsDownNoUserIsMade() {
        storeIsDown = true;

        webAdmin.put("/users/dave@example.com", NEW_PASSWORD)
                .isError(
                        503,
                        "ServerError",
                        "The store of shared mailboxes cannot be reached. An account that is made"
                                + " now could inherit what an earlier one of that name had; try"
                                + " again later");
        assertThat(james.accounts().exists(Username.of("dave@example.com"))).isFalse();
        webAdmin.put("/users/bob@example.com?force", NEW_PASSWORD).hasStatus(204);
        assertThat(james.canSignIn(BOB, "another one")).isTrue();
    }

    @Test
    void whoIsDeletedWhileTheStoreIsDownHasNoHeir() {
        storeIsDown = true;
        webAdmin.delete("/users/bob@example.com").hasStatus(204);
        webAdmin.put("/users/bob@example.com", NEW_PASSWORD).hasStatus(503);
        assertThat(james.accounts().exists(BOB)).isFalse();
        assertThat(plugin.access.access(ALICE, BOB).isNothing()).isTrue();

        storeIsDown = false;
        webAdmin.put("/users/bob@example.com", NEW_PASSWORD).hasStatus(204);
        assertThat(held()).isEmpty();
        assertThat(plugin.access.access(ALICE, BOB).isNothing()).isTrue();
    }

    private void grant(Username owner, Username delegate) {
        plugin.delegations.grant(
                owner,
                delegate,
                DelegationTerms.builder().rights(List.of(DelegationRight.READ)).build(),
                ADMINISTRATOR);
    }

    private Optional<Delegation> held() {
        return database.stores().delegations().find(ALICE, BOB);
    }

    private boolean endIsKnown() {
        return endOf(BOB);
    }

    private boolean endOf(Username account) {
        return database.stores().accountEnds().endOf(account).isPresent();
    }

    /** Those of the real store, which can be down. */
    private final class FragileTransactions implements Transactions {
        private final Transactions real = database.stores().transactions();

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            requireUp();
            return real.inTransaction(work);
        }

        @Override
        public <T> T inRepeatableTransaction(Supplier<T> work) {
            requireUp();
            return real.inRepeatableTransaction(work);
        }

        private void requireUp() {
            if (storeIsDown) {
                throw new StoreUnavailableException("down", new IllegalStateException());
            }
        }

        @Override
        public void afterCommit(Runnable action) {
            real.afterCommit(action);
        }

        @Override
        public void afterRollback(Runnable action) {
            real.afterRollback(action);
        }

        @Override
        public void unlessCommitted(Runnable action) {
            real.unlessCommitted(action);
        }
    }
}
