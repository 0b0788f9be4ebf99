/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Many delegations are granted at once, or none. */
class BulkRoutesTest extends BulkFixture {
    BulkRoutesTest(WebAdmin webAdmin) {
        super(webAdmin);
    }

    @Test
    void aJsonArrayIsGranted() {
        String two =
                "[{'owner':'bulk@example.com','delegate':'alice@example.com'},"
                        + "{'owner':'bulk@example.com','delegate':'bob@example.com',"
                        + "'rights':['READ'],'folders':['INBOX'],'note':'n','subscribe':false}]";
        json(two).is(200, "{'created':2,'changed':0,'unchanged':0}");
        json(two).is(200, "{'created':0,'changed':0,'unchanged':2}");
        json("[{'owner':'bulk@example.com','delegate':'alice@example.com','rights':['READ']}]")
                .is(200, "{'created':0,'changed':1,'unchanged':0}");
        json("[]").is(200, "{'created':0,'changed':0,'unchanged':0}");
    }

    @Test
    void aDryRunChangesNothing() {
        webAdmin.post(
                        "/delegations?dryRun=true",
                        "[{\"owner\":\"bulk@example.com\",\"delegate\":\"bob@example.com\"}]")
                .is(200, "{'created':1,'changed':0,'unchanged':0}");
        assertThat(members()).isZero();
        webAdmin.post("/delegations?dryRun=maybe", "[]")
                .isInvalid("'dryRun' is 'maybe'; it must be one of true, false");
    }

    @Test
    void everyFaultyLineOfACsvIsToldAndNothingIsApplied() {
        ApiResponse refused =
                csv(
                        "owner,delegate,rights,notAfter,note\n"
                                + "bulk@example.com,alice@example.com,READ,,fine\n"
                                + "bulk@example.com,alice,READ,,\n"
                                + "\"bulk@example.com\",bob@example.com,READ|WRITE,,\n"
                                + "bulk@example.com,bob@example.com,READ\n"
                                + "bulk@example.com,bob@example.com,READ,2026-12-24,\n"
                                + ",bob@example.com,READ,,\n"
                                + "bulk@example.com,nobody@example.com,READ,,\n"
                                + "bulk@example.com,alice@example.com,READ,,again\n"
                                + "bulk@example.com,carol@example.com,READ,,\"two\nlines\"\n"
                                + "bulk@example.com,dave@example.org,READ,,\n");
        refused.hasStatus(400);
        assertThat(refused.json().get("type").textValue()).isEqualTo("InvalidArgument");
        assertThat(refused.json().get("message").textValue())
                .isEqualTo(
                        "9 of 10 delegations cannot be granted, so nothing was changed; 'errors'"
                                + " lists them");
        assertThat(errors(refused))
                .containsExactly(
                        "3 delegate 'delegate' is 'alice', which is not a mail address: write it in full, e.g."
                                + " support@example.com",
                        "4 rights 'rights' names 'WRITE', which is not a right; the rights are"
                                + " READ, READ_AND_MANAGE, MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF",
                        "5 body The line has 3 cells, but the header line has 5",
                        "6 notAfter 'notAfter' is '2026-12-24', which is a date without a time; write"
                                + " it like 2026-12-24T18:00:00+01:00",
                        "7 owner 'owner' is missing",
                        "8 delegate There is no user or shared mailbox nobody@example.com",
                        "9 delegate Line 2 already grants bulk@example.com to alice@example.com;"
                                + " leave one of the two out",
                        "10 note 'note' contains a control character or a line break",
                        "12 null The policy of example.com does not permit delegates of another"
                                + " domain such as dave@example.org");
        assertThat(members()).isZero();
    }

    @Test
    void theStatusIsThatOfWhatHasToBeMendedFirst() {
        assertThat(csv("owner,delegate\nbulk@example.com,nobody@example.com\n").hasStatus(404))
                .isNotNull();
        assertThat(
                        errors(
                                json(
                                        "[{'owner':'nobody@example.com','delegate':'bob@example.com','rights':['READ']}]")))
                .containsExactly("1 owner There is no user or shared mailbox nobody@example.com");
        ApiResponse policy =
                csv("owner,delegate\nbulk@example.com,dave@example.org\n").hasStatus(409);
        assertThat(policy.json().get("type").textValue()).isEqualTo("policy");
    }

    @Test
    void aBodyThatIsNeitherIsRefused() {
        json("{}").isInvalid("The body must be a JSON array, e.g. []");
        json("").isInvalid("The body must be a JSON array, e.g. []");
        json("[").hasStatus(400);
        csv("owner,delegate\n\"a\"b,c\n")
                .isInvalid(
                        "The CSV cannot be read after line 1: a quoted cell must end with a"
                                + " quotation mark, and one inside it must be doubled");
        assertThat(errors(json("[5]")))
                .containsExactly("1 body A delegation must be a JSON object");
        assertThat(
                        errors(
                                json(
                                        "[{'owner':'bulk@example.com','delegate':'bob@example.com','state':1}]")))
                .containsExactly(
                        "1 state There is no field 'state'; the fields are owner, delegate, rights,"
                                + " folders, access, notBefore, notAfter, note, subscribe, notify");
        webAdmin.postAs("application/x-www-form-urlencoded", "/delegations", "[]")
                .isInvalid(
                        "The body was sent as a form; send it with the header Content-Type:"
                                + " application/json (a CSV with text/csv)");
        csv("owner,delegate\n" + "a@example.com,b@example.com\n".repeat(20_001))
                .isInvalid(
                        "The body has more than 20000 delegations; send them in several requests");
        csv(" ".repeat((16 << 20) + 1)).isInvalid("The body is larger than 16 MiB");
    }
}
