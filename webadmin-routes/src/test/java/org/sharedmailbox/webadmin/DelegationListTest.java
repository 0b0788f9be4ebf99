/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WebAdminExtension.class)
class DelegationListTest {
    private static final String MAILBOX = "/shared-mailboxes/list@example.com";
    private static final String LIST = "/delegations/list@example.com";

    private final WebAdmin webAdmin;

    DelegationListTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aSharedMailboxWithoutDelegations() {
        webAdmin.delete(MAILBOX).hasStatus(204);
        webAdmin.put(MAILBOX, "").hasStatus(201);
    }

    @Test
    void theListIsInTheOrderOfAddressesAndComesInPages() {
        grant("carol");
        grant("alice");
        grant("bob");

        assertThat(delegatesOn("")).isEqualTo("alice bob carol of 3");
        assertThat(delegatesOn("?limit=2")).isEqualTo("alice bob of 3");
        assertThat(delegatesOn("?offset=2&limit=1000")).isEqualTo("carol of 3");
        assertThat(delegatesOn("?offset=3")).isEqualTo("of 3");
        assertThat(webAdmin.get(LIST).json().get("items").get(0))
                .isEqualTo(webAdmin.get(LIST + "/alice@example.com").json());
    }

    @Test
    void aMailboxWithoutDelegationsHasAnEmptyList() {
        webAdmin.get(LIST).is(200, "{'items':[],'total':0}");
    }

    @Test
    void aPageHasItsLimits() {
        listing("?limit=1001")
                .isInvalid("'limit' is '1001'; it must be a whole number from 1 to 1000");
        listing("?limit=0").isInvalid("'limit' is '0'; it must be a whole number from 1 to 1000");
        listing("?limit=all")
                .isInvalid("'limit' is 'all'; it must be a whole number from 1 to 1000");
        listing("?limit=").isInvalid("'limit' is ''; it must be a whole number from 1 to 1000");
        listing("?offset=-1")
                .isInvalid("'offset' is '-1'; it must be a whole number from 0 to 2147483647");
        listing("?offset=9999999999")
                .isInvalid(
                        "'offset' is '9999999999'; it must be a whole number from 0 to 2147483647");
        listing("?state=active")
                .isInvalid("There is no parameter 'state'; the parameters are offset, limit");
    }

    private ApiResponse listing(String query) {
        return webAdmin.get(LIST + query);
    }

    private String delegatesOn(String query) {
        StringBuilder read = new StringBuilder();
        JsonNode json = listing(query).hasStatus(200).json();
        json.get("items")
                .forEach(
                        item ->
                                read.append(
                                        item.get("delegate")
                                                .textValue()
                                                .replace("@example.com", " ")));
        return read.append("of ").append(json.get("total").intValue()).toString();
    }

    private void grant(String delegate) {
        webAdmin.put(LIST + "/" + delegate + "@example.com", "").hasStatus(201);
    }
}
