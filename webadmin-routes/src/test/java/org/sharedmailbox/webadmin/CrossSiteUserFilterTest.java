/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of another site changes no account on which something of ours hangs. */
@ExtendWith(WebAdminExtension.class)
class CrossSiteUserFilterTest {
    private static final String SHARED = "guarded@example.com";
    private static final String PASSWORD = "{\"password\":\"theirs\"}";

    private final WebAdmin webAdmin;

    CrossSiteUserFilterTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void accounts() {
        webAdmin.put("/shared-mailboxes/" + SHARED, "");
        user("member@example.com");
        user("nobody@example.com");
        user("thief@example.com");
        webAdmin.put("/delegations/" + SHARED + "/member@example.com", "{\"rights\":[\"READ\"]}");
    }

    private void user(String address) {
        webAdmin.put("/users/" + address + "?force", "{\"password\":\"secret\"}").hasStatus(204);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /users/guarded@example.com?force",
        "PUT, /users/guarded%40example.com?force",
        "PUT, //users//GUARDED@example.com?force",
        "PUT, /users/member@example.com?force",
        "DELETE, /users/guarded@example.com",
        "DELETE, /users/member@example.com",
        "POST, /users/member@example.com/rename/thief@example.com?action=rename",
        "POST, /users/thief@example.com/rename/member@example.com?action=rename",
        "PUT, /users/guarded@example.com/authorizedUsers/thief@example.com",
        "PUT, /users/%67uarded@example.com/authorizedUsers/thief@example.com",
    })
    void whatIsOursStaysAsItIs(String method, String path) {
        for (List<String> page : foreignPages()) {
            webAdmin.raw(method, path, page, PASSWORD).hasStatus(403);
        }
        webAdmin.get("/delegations/" + SHARED + "/member@example.com").hasStatus(200);
        assertThat(webAdmin.get("/users/" + SHARED + "/authorizedUsers").body()).isEqualTo("[]");
        assertThat(webAdmin.get("/users").body()).contains(SHARED, "member@example.com");
    }

    @Test
    void aHeaderThatTurnsGetIntoPutIsSeen() {
        List<String> page = new ArrayList<>(foreignPages().get(0));
        page.add("X-HTTP-Method-Override: DELETE");
        webAdmin.raw("GET", "/users/" + SHARED, page, "").hasStatus(403);
        webAdmin.get("/shared-mailboxes/" + SHARED).hasStatus(200);
    }

    @Test
    void theOthersAreLeftToJames() {
        for (List<String> page : foreignPages()) {
            webAdmin.raw("PUT", "/users/nobody@example.com?force", page, PASSWORD).hasStatus(204);
            webAdmin.raw("GET", "/users", page, "").hasStatus(200);
        }
        webAdmin.raw(
                        "PUT",
                        "/users/member@example.com?force",
                        List.of("Host: james:8000"),
                        PASSWORD)
                .hasStatus(204);
        webAdmin.raw("PUT", "/users/member@example.com?force", ownPage(), PASSWORD).hasStatus(204);
    }

    private List<String> ownPage() {
        String own = "127.0.0.1:" + webAdmin.port();
        return List.of("Host: " + own, "Origin: http://" + own, "Sec-Fetch-Site: same-origin");
    }

    /** One of another site, one of another port, and one whose name was made to point here. */
    private List<List<String>> foreignPages() {
        String own = "Host: 127.0.0.1:" + webAdmin.port();
        return List.of(
                List.of(own, "Origin: https://evil.example", "Sec-Fetch-Site: cross-site"),
                List.of(own, "Origin: http://127.0.0.1:1"),
                List.of(
                        "Host: evil.example:" + webAdmin.port(),
                        "Origin: http://evil.example:" + webAdmin.port(),
                        "Sec-Fetch-Site: same-origin"));
    }
}
