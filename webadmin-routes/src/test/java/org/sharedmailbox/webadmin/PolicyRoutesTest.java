/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WebAdminExtension.class)
class PolicyRoutesTest {
    private static final String POLICY = "/delegation-policies/policy.example";
    private static final String DEFAULT = "/delegation-policies/default";
    private static final String BUILT_IN =
            "{'enabled':true,'personalDelegation':true,'allowedRights':['READ','READ_AND_MANAGE',"
                    + "'MANAGE_MEMBERS','SEND_AS','SEND_ON_BEHALF'],'maxMembers':200,"
                    + "'maxDuration':null,'otherDomains':[],'notify':'none'}";
    private static final String GRANT = "/delegations/owner@policy.example/member@policy.example";

    private final WebAdmin webAdmin;

    PolicyRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aDomainOfItsOwn() {
        webAdmin.put("/domains/policy.example", "").hasStatus(204);
        for (String user : new String[] {"owner", "member"}) {
            webAdmin.put("/users/" + user + "@policy.example", "{\"password\":\"secret\"}");
        }
    }

    @AfterEach
    void backToTheDefault() {
        webAdmin.delete(POLICY).hasStatus(204);
        webAdmin.delete(DEFAULT).hasStatus(204);
        webAdmin.delete(GRANT).hasStatus(204);
    }

    @Test
    void withoutAPolicyTheBuiltInOneIsInForce() {
        webAdmin.get(POLICY).is(200, BUILT_IN);
        webAdmin.get(DEFAULT).is(200, BUILT_IN);
    }

    @Test
    void everyFieldIsShownAsItWasGiven() {
        String strict =
                "{'enabled':false,'personalDelegation':false,'allowedRights':['READ','SEND_AS'],"
                        + "'maxMembers':5,'maxDuration':'P30D',"
                        + "'otherDomains':['example.net','example.org'],'notify':'all'}";
        put(POLICY, strict).is(200, strict);
        webAdmin.get(POLICY).is(200, strict);
        webAdmin.get(DEFAULT).is(200, BUILT_IN);
        webAdmin.delete(POLICY).hasStatus(204);
        webAdmin.get(POLICY).is(200, BUILT_IN);
    }

    @Test
    void puttingTouchesOnlyWhatItNamesAndNullIsNoLongest() {
        put(POLICY, "{'maxDuration':'PT36H'}").hasStatus(200);
        ApiResponse changed = put(POLICY, "{'maxMembers':7}").hasStatus(200);
        assertThat(changed.json().get("maxDuration").textValue()).isEqualTo("P1DT12H");
        assertThat(changed.json().get("maxMembers").intValue()).isEqualTo(7);
        assertThat(put(POLICY, "{'maxDuration':null}").json().get("maxDuration").isNull()).isTrue();
    }

    @Test
    void theDefaultHoldsWhereNothingElseIsSaid() {
        put(DEFAULT, "{'maxMembers':9}").hasStatus(200);
        assertThat(webAdmin.get(POLICY).json().get("maxMembers").intValue()).isEqualTo(9);
    }

    @Test
    void switchedOffItSuspendsAndRefusesAndSwitchedOnItRestores() {
        webAdmin.put(GRANT, "{\"rights\":[\"READ\"]}").hasStatus(201);
        put(POLICY, "{'enabled':false}").hasStatus(200);
        assertThat(webAdmin.get(GRANT).json().get("state").textValue()).isEqualTo("suspended");
        assertThat(
                        webAdmin.get("/delegations?domain=policy.example&state=suspended")
                                .json()
                                .get("total")
                                .intValue())
                .isEqualTo(1);
        isPolicy(
                "{'rights':['SEND_AS']}",
                "Delegation is switched off by the policy of policy.example");
        put(POLICY, "{'enabled':true}").hasStatus(200);
        assertThat(webAdmin.get(GRANT).json().get("state").textValue()).isEqualTo("active");
    }

    @Test
    void eachRuleIsNamedByItsRefusal() {
        put(POLICY, "{'personalDelegation':false}").hasStatus(200);
        isPolicy(
                "{'rights':['READ']}",
                "The policy of policy.example does not permit delegating personal mailboxes such"
                        + " as owner@policy.example");
        put(POLICY, "{'personalDelegation':true,'allowedRights':['READ']}").hasStatus(200);
        isPolicy(
                "{'rights':['SEND_AS']}",
                "The policy of policy.example does not allow SEND_AS; it allows READ");
        put(POLICY, "{'maxDuration':'P30D'}").hasStatus(200);
        isPolicy(
                "{'rights':['READ'],'notBefore':'2999-01-01T00:00:00Z',"
                        + "'notAfter':'2999-02-01T00:00:00Z'}",
                "The policy of policy.example permits a delegation to last P30D at most: set"
                        + " 'notAfter' to 2999-01-31T00:00:00Z or earlier");
        webAdmin.get(GRANT).hasStatus(404);
    }

    @Test
    void otherDomainsMayBeNamed() {
        String foreign = "/delegations/owner@policy.example/dave@example.org";
        webAdmin.put(foreign, "{\"rights\":[\"READ\"]}").hasStatus(409);
        put(POLICY, "{'otherDomains':['EXAMPLE.org']}").hasStatus(200);
        webAdmin.put(foreign, "{\"rights\":[\"READ\"]}").hasStatus(201);
        webAdmin.delete(foreign).hasStatus(204);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'colour':1}|There is no field 'colour'; the fields are enabled, personalDelegation, allowedRights, maxMembers, maxDuration, otherDomains, notify",
                "{'enabled':'yes'}|'enabled' must be true or false",
                "{'enabled':null}|'enabled' is null; leave it out, or set it to true or false",
                "{'allowedRights':['WRITE']}|'allowedRights' names 'WRITE', which is not a right; the rights are READ, READ_AND_MANAGE, MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF",
                "{'maxMembers':0}|'maxMembers' is 0; it must be from 1 to 100000",
                "{'maxMembers':4294967297}|'maxMembers' is 4294967297; it must be from 1 to 100000",
                "{'maxMembers':2.5}|'maxMembers' must be a whole number",
                "{'maxDuration':'P1M'}|'maxDuration' is 'P1M', which is not a duration in days, hours, minutes and whole seconds; write it like P30D or PT12H",
                "{'maxDuration':'PT0.5S'}|'maxDuration' is 'PT0.5S', which is not a duration in days, hours, minutes and whole seconds; write it like P30D or PT12H",
                "{'maxDuration':'PT-5S'}|'maxDuration' is PT-5S; it must be from one second (PT1S) to a hundred years (P36525D)",
                "{'maxDuration':30}|'maxDuration' must be a string",
                "{'notify':'owner'}|'notify' is 'owner'; it must be one of none, delegate, all",
                "{'notify':null}|'notify' is null; leave it out, or set it to a string",
                "{'otherDomains':['exa mple.com']}|'otherDomains': 'exa mple.com' is not a domain name",
                "{'otherDomains':['bücher.example']}|'otherDomains': 'bücher.example' is not in ASCII; write an international domain as xn--…",
                "[]|The body must be a JSON object, e.g. {}",
            })
    void whatAPolicyCannotBe(String body, String message) {
        put(POLICY, body).isInvalid(message);
        webAdmin.get(POLICY).is(200, BUILT_IN);
    }

    @Test
    void onlyDomainsOfThisServerHavePolicies() {
        webAdmin.get("/delegation-policies/elsewhere.com")
                .isError(
                        404,
                        "notFound",
                        "elsewhere.com is not a domain of this server; create it first (PUT"
                                + " /domains/elsewhere.com)");
        webAdmin.get("/delegation-policies/a%40b")
                .isInvalid("'domain': 'a@b' is not a domain name");
        webAdmin.get("/delegation-policies/policy%252Eexample")
                .isInvalid("'domain': 'policy%2Eexample' is not a domain name");
        webAdmin.get(POLICY + "?verbose=1")
                .isInvalid("This request takes no parameters, but has 'verbose'");
    }

    private ApiResponse put(String path, String body) {
        return webAdmin.put(path, body.replace('\'', '"'));
    }

    private void isPolicy(String terms, String message) {
        put(GRANT, terms).isError(409, "policy", message);
    }
}
