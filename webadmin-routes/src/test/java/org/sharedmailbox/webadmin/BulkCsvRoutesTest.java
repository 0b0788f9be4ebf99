/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A CSV says which columns it has, and is read to its end or not at all. */
class BulkCsvRoutesTest extends BulkFixture {
    BulkCsvRoutesTest(WebAdmin webAdmin) {
        super(webAdmin);
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
                "owner,delegate,colour|There is no column 'colour'; the columns are owner, delegate, rights, folders, access, notBefore, notAfter, note, state",
                "owner,delegate,owner|The header line names a column twice",
            })
    void aHeaderLineSaysWhatTheCellsAre(String header, String message) {
        csv(header + "\n").isInvalid(message);
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
        return "The CSV ends inside a quoted cell on line "
                + line
                + ": the closing quotation mark is missing, or the file is incomplete";
    }
}
