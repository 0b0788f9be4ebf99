/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "owner,delegate,colour|There is no column 'colour'; the columns are owner, delegate, rights, folders, access, notBefore, notAfter, note, state, lastRead, lastManaged, lastSent",
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
        csv("owner,delegate\na,\"" + "x".repeat(500_001) + "\"")
                .isInvalid("Line 2 has a cell of more than 500000 characters");
        assertThat(errors(csv("owner,delegate\n" + ",".repeat(998) + ",x")))
                .containsExactly("2 body The line has 1000 cells, but the header line has 2");
    }

    /** What spreadsheets make of an export: each of these says the same. */
    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "owner,delegate,rights~BULK,bob@example.com,READ|SEND_AS~",
                "\uFEFFowner;delegate;rights~BULK;bob@example.com;READ|SEND_AS~",
                "sep=;~owner;delegate;rights~BULK;bob@example.com;READ|SEND_AS",
                "\uFEFFsep=;~owner;delegate;rights~BULK;bob@example.com;READ|SEND_AS",
                "\"sep=;\"~owner;delegate;rights~BULK;bob@example.com;READ|SEND_AS",
                "SEP=;;;~owner;delegate;rights~BULK;bob@example.com;READ|SEND_AS",
                "sep=,~owner,delegate,rights~BULK,bob@example.com,READ|SEND_AS",
                "Owner,DELEGATE,Rights~BULK,bob@example.com,READ|SEND_AS",
                " owner ; delegate\u00A0; rights~ BULK ; bob@example.com ; READ | SEND_AS ",
                "\"owner\";\"delegate\";\"rights\"~\"BULK\";\"bob@example.com\";\"READ|SEND_AS\"",
                "owner;delegate;rights;;;~BULK;bob@example.com;READ|SEND_AS;;;",
                "owner;delegate;rights~BULK;bob@example.com;READ|SEND_AS;;",
                "owner,delegate,rights, ,~BULK,bob@example.com,READ|SEND_AS,,",
                "owner;delegate;rights~BULK;bob@example.com;READ|SEND_AS~;;~;;~~",
                "owner;delegate;rights~;;~BULK;bob@example.com;READ|SEND_AS~ ;\"\"; ~",
                "owner;delegate;notAfter;rights;STATE~BULK;bob@example.com;;READ|SEND_AS;active",
            })
    void whatASpreadsheetWritesIsRead(String csv) {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            csv(csv.replace("BULK", "bulk@example.com").replace("~", lineEnd))
                    .is(200, "{'created':1,'changed':0,'unchanged':0}");
            JsonNode made = webAdmin.get(LIST + "/bob@example.com").json();
            assertThat(made.get("rights").toString()).isEqualTo("[\"READ\",\"SEND_AS\"]");
            webAdmin.delete(LIST + "/bob@example.com").hasStatus(204);
        }
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "owner\tdelegate!The cells of the CSV are separated by something else than commas or semicolons; save the file as \"CSV UTF-8\"",
                "sep=|\\nowner|delegate!The cells of the CSV are separated by something else than commas or semicolons; save the file as \"CSV UTF-8\"",
                "owner|delegate!There is no column 'owner|delegate'; the columns are owner, delegate, rights, folders, access, notBefore, notAfter, note, state, lastRead, lastManaged, lastSent",
                "owner;;delegate!There is no column ''; the columns are owner, delegate, rights, folders, access, notBefore, notAfter, note, state, lastRead, lastManaged, lastSent",
                "owner;delegate;OWNER!The header line names a column twice",
                "sep=;\\nowner;rights!The header line (line 2) lacks the column 'delegate'",
                "sep=;!The header line (line 1) lacks the column 'owner'",
                ";;;!The header line (line 1) lacks the column 'owner'",
            })
    void whatASpreadsheetMayNotWriteIsRefusedInWordsThatHelp(String csv, String message) {
        csv(csv.replace("\\n", "\n")).isInvalid(message);
        assertThat(members()).isZero();
    }

    @Test
    void anotherCharsetIsRefused() {
        for (Charset charset : List.of(ISO_8859_1, UTF_16LE, UTF_16)) {
            byte[] csv =
                    "\uFEFFowner,delegate,note\nbulk@example.com,bob@example.com,für Bob\n"
                            .replace(charset == ISO_8859_1 ? "\uFEFF" : "", "")
                            .getBytes(charset);
            webAdmin.postAs("text/csv", "/delegations", csv)
                    .isInvalid("The body is not UTF-8; save or send it in UTF-8");
        }
        assertThat(members()).isZero();
    }

    @Test
    void aLineTooShortMayHaveBeenCutOff() {
        assertThat(errors(csv("sep=;\nowner;delegate;rights\n\nbulk@example.com;bob@example.com")))
                .containsExactly("4 body The line has 2 cells, but the header line has 3");
    }

    private static String cutOffIn(int line) {
        return "The CSV ends inside a quoted cell on line "
                + line
                + ": the closing quotation mark is missing, or the file is incomplete";
    }
}
