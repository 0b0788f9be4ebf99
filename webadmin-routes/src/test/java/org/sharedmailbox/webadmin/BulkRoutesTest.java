/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WebAdminExtension.class)
class BulkRoutesTest {
    private static final String MAILBOX = "/shared-mailboxes/bulk@example.com";
    private static final String LIST = "/delegations/bulk@example.com";

    private final WebAdmin webAdmin;

    BulkRoutesTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void aMailboxWithoutMembers() {
        webAdmin.delete(MAILBOX).hasStatus(204);
        webAdmin.put(MAILBOX, "").hasStatus(201);
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
                .isInvalid("'dryRun' is 'maybe'; it can be true, false");
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
                                + "bulk@example.com,bob@example.com,READ,tomorrow,\n"
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
                                + " tells each line");
        assertThat(errors(refused))
                .containsExactly(
                        "3 delegate 'delegate' is 'alice', which is no mail address: write it in full, e.g."
                                + " support@example.com",
                        "4 rights 'rights' names 'WRITE', which is no right; the rights are READ,"
                                + " READ_AND_MANAGE, MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF",
                        "5 body The line has 3 cells, but the header line has 5",
                        "6 notAfter 'notAfter' is 'tomorrow', which is no time in ISO 8601 with an"
                                + " offset; write it like 2026-08-01T09:00:00+02:00",
                        "7 owner 'owner' is missing",
                        "8 null There is no user or shared mailbox nobody@example.com",
                        "9 delegate Line 2 grants bulk@example.com to alice@example.com already;"
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
        ApiResponse policy =
                csv("owner,delegate\nbulk@example.com,dave@example.org\n").hasStatus(409);
        assertThat(policy.json().get("type").textValue()).isEqualTo("policy");
    }

    @Test
    void columnsComeInAnyOrderAndStateIsIgnored() {
        csv("\uFEFFstate,delegate,folders,owner\r\nexpired,alice@example.com,INBOX|Sent,BULK@example.com\r\n")
                .is(200, "{'created':1,'changed':0,'unchanged':0}");
        JsonNode made = webAdmin.get(LIST + "/alice@example.com").json();
        assertThat(made.get("state").textValue()).isEqualTo("active");
        assertThat(made.get("folders")).hasSize(2);
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|The header line (line 1) lacks the column 'owner'",
                "owner,rights|The header line (line 1) lacks the column 'delegate'",
                "owner,delegate,colour|There is no column 'colour'; the columns are owner, delegate, rights, folders, notBefore, notAfter, note, state",
                "owner,delegate,owner|The header line names a column twice",
            })
    void aHeaderLineSaysWhatTheCellsAre(String header, String message) {
        csv(header + "\n").isInvalid(message);
    }

    @Test
    void aBodyThatIsNeitherIsRefused() {
        json("{}").isInvalid("The body must be a JSON array, e.g. []");
        json("").isInvalid("The body must be a JSON array, e.g. []");
        json("[").hasStatus(400);
        csv("owner,delegate\n\"a\"b,c\n")
                .isInvalid(
                        "The CSV cannot be read behind line 1: a quoted cell must end with a"
                                + " quotation mark, and one within it be doubled");
        assertThat(errors(json("[5]")))
                .containsExactly("1 body A delegation must be a JSON object");
        assertThat(
                        errors(
                                json(
                                        "[{'owner':'bulk@example.com','delegate':'bob@example.com','state':1}]")))
                .containsExactly(
                        "1 state There is no field 'state'; the fields are owner, delegate, rights,"
                                + " folders, notBefore, notAfter, note, subscribe");
        webAdmin.postAs("application/x-www-form-urlencoded", "/delegations", "[]")
                .isInvalid(
                        "The body came as a form; send it with the header Content-Type:"
                                + " application/json");
        csv("owner,delegate\n" + "a@example.com,b@example.com\n".repeat(20_001))
                .isInvalid("The body has more than 20000 delegations; send them in parts");
        csv(" ".repeat((16 << 20) + 1)).isInvalid("The body has more than 16 MiB");
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "bulk@example.com,bob@example.com,\"cut off|2",
                "bulk@example.com,bob@example.com,\"|2",
                "bulk@example.com,bob@example.com,\"\"\"|2",
                "bulk@example.com,bob@example.com,\"over\\ntwo lines|2",
                "bulk@example.com,bob@example.com,n\\nbulk@example.com,alice@example.com,\"end|3",
                "bulk@example.com,bob@example.com,\"n\\nn\"\\nbulk@example.com,alice@example.com,\"|4",
            })
    void aFileThatWasCutOffIsRefused(String lines, int line) {
        csv("owner,delegate,note\n" + lines.replace("\\n", "\n")).isInvalid(cutOffIn(line));
        assertThat(members()).isZero();
    }

    @Test
    void whatOnlyLooksCutOffIsRead() {
        csv("\"owner,delegate").isInvalid(cutOffIn(1));
        csv("owner,delegate,note\nbulk@example.com,bob@example.com,5\" disk")
                .is(200, "{'created':1,'changed':0,'unchanged':0}");
        csv("owner,delegate,note\r\n\r\nbulk@example.com,bob@example.com,\"5\"\" disk\"\r\n\r\n")
                .is(200, "{'created':0,'changed':0,'unchanged':1}");
        csv("owner,delegate,note\rbulk@example.com,alice@example.com,end\r")
                .is(200, "{'created':1,'changed':0,'unchanged':0}");
    }

    @Test
    void aLineOfTooManyCellsIsNamed() {
        csv("owner,delegate\n\n" + ",".repeat(20_000)).isInvalid("Line 3 has more than 1000 cells");
        csv(",".repeat(20_000)).isInvalid("Line 1 has more than 1000 cells");
        assertThat(errors(csv("owner,delegate\n" + ",".repeat(999))))
                .containsExactly("2 body The line has 1000 cells, but the header line has 2");
    }

    private static String cutOffIn(int line) {
        return "The CSV ends within a quoted cell of line "
                + line
                + ": its closing quotation mark is missing, or the file is not complete";
    }

    private int members() {
        return webAdmin.get(LIST).json().get("total").intValue();
    }

    private ApiResponse json(String body) {
        return webAdmin.post("/delegations", body.replace('\'', '"'));
    }

    private ApiResponse csv(String body) {
        return webAdmin.postAs("text/csv", "/delegations", body);
    }

    private static List<String> errors(ApiResponse answer) {
        List<String> errors = new ArrayList<>();
        answer.json()
                .get("errors")
                .forEach(
                        error ->
                                errors.add(
                                        error.get("line").intValue()
                                                + " "
                                                + error.get("field").asText()
                                                + " "
                                                + error.get("message").textValue()));
        return errors;
    }
}
