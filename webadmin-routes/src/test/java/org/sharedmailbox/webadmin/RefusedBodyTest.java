/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is too large, not UTF-8 or lost on its way is refused; then nothing has changed. */
@ExtendWith(WebAdminExtension.class)
class RefusedBodyTest {
    private static final String MAILBOX = "/shared-mailboxes/refused@example.com";
    private static final String DELEGATION = "/delegations/alice@example.com/bob@example.com";
    private static final String CONVERSION = "/shared-mailboxes/alice@example.com?action=convert";
    private static final String POLICY = "/delegation-policies/example.com";
    private static final String FORM =
            "The body was sent as a form; send it with the header Content-Type: application/json"
                    + " (a CSV with text/csv)";

    private final WebAdmin webAdmin;

    RefusedBodyTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void nothingIsThere() {
        webAdmin.delete(MAILBOX).hasStatus(204);
        webAdmin.delete(DELEGATION).hasStatus(204);
    }

    @Test
    void aBodyHasAtMostOneMebibyte() {
        webAdmin.put(MAILBOX, "{" + " ".repeat((1 << 20) - 1) + "}")
                .isInvalid("The body is larger than 1 MiB");
        webAdmin.get(MAILBOX).hasStatus(404);
        webAdmin.put(MAILBOX, "{" + " ".repeat((1 << 20) - 2) + "}").hasStatus(201);
    }

    @Test
    void aBodyIsUtf8() {
        webAdmin.put(MAILBOX, "{\"displayName\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1))
                .isInvalid("The body is not UTF-8; save or send it in UTF-8");
        webAdmin.put(MAILBOX, "{}".getBytes(StandardCharsets.UTF_16LE))
                .isInvalid("The body is not valid JSON (line 1, column 3)");
        webAdmin.get(MAILBOX).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "Application/X-WWW-Form-URLencoded; charset=utf-8",
                "multipart/form-data; boundary=a",
                "multipart/form-data",
                "Multipart/Form-Data; boundary=a",
                "multipart/mixed; boundary=a",
            })
    void aFormIsNotTakenForAnEmptyBody(String contentType) {
        webAdmin.putAs(contentType, MAILBOX, "{\"displayName\":\"Support\"}").isInvalid(FORM);
        webAdmin.get(MAILBOX).hasStatus(404);
        webAdmin.putAs(contentType, DELEGATION, "{\"rights\":[\"READ\"]}").isInvalid(FORM);
        webAdmin.get(DELEGATION).hasStatus(404);
        webAdmin.putAs(contentType, POLICY, "{\"enabled\":false}").isInvalid(FORM);
        assertThat(webAdmin.get(POLICY).json().get("enabled").booleanValue()).isTrue();
        webAdmin.postAs(contentType, "/delegations", "[]").isInvalid(FORM);
        webAdmin.putAs(contentType, MAILBOX, "").hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; Charset=UTF-8",
                "application/json;charset=\"utf-8\"",
            })
    void aBodyOfJsonArrives(String contentType) {
        webAdmin.putAs(contentType, MAILBOX, "{\"displayName\":\"Support\"}").hasStatus(201);
        assertThat(webAdmin.get(MAILBOX).json().get("displayName").textValue())
                .isEqualTo("Support");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain; application/json",
                "text/plain, application/json",
                "application/json, text/plain",
                "application/jsonp",
                "application/json text/plain",
                "application/octet-stream",
                "application/vnd.ms-excel",
                "json",
                "*/*",
            })
    void aBodyOfAnotherTypeIsRefused(String contentType) {
        String message =
                "The body was sent as '"
                        + contentType
                        + "'; send it with the header Content-Type: application/json (a CSV with"
                        + " text/csv)";
        webAdmin.putAs(contentType, MAILBOX, "{\"displayName\":\"Support\"}").isInvalid(message);
        webAdmin.get(MAILBOX).hasStatus(404);
        webAdmin.postAs(contentType, "/delegations", "owner,delegate").isInvalid(message);
        webAdmin.postAs(contentType, CONVERSION, "").isInvalid(message);
    }

    @Test
    void aPostSaysItsTypeEvenWithoutABody() {
        String message =
                "The request does not say what it contains; send it with the header Content-Type:"
                        + " application/json (a CSV with text/csv)";
        webAdmin.postWithoutType(CONVERSION, "").isInvalid(message);
        webAdmin.postWithoutType("/delegations", "[]").isInvalid(message);
        webAdmin.postAs("application/x-www-form-urlencoded", CONVERSION, "").isInvalid(FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "utf-16", "windows-1252", "no-such-charset"})
    void anotherCharsetIsRefused(String charset) {
        String message = "The body was sent in another charset; write it in UTF-8";
        webAdmin.putAs("application/json; charset=" + charset, MAILBOX, "{}").isInvalid(message);
        webAdmin.postAs("text/csv; charset=" + charset, "/delegations", "owner,delegate")
                .isInvalid(message);
        webAdmin.get(MAILBOX).hasStatus(404);
    }

    @Test
    void onlyABulkRequestIsCsv() {
        webAdmin.putAs("text/csv", MAILBOX, "{}")
                .isInvalid(
                        "The body was sent as CSV; send it with the header Content-Type:"
                                + " application/json");
        webAdmin.get(MAILBOX).hasStatus(404);
    }

    @Test
    void aBodyInChunksIsNotTakenForAnEmptyOne() {
        webAdmin.putInChunks(DELEGATION, "{\"rights\":[\"READ\"],\"note\":\"until May\"}")
                .isInvalid(
                        "The body was sent without its length (Transfer-Encoding: chunked) and was"
                                + " lost; send it with the header Content-Length");
        webAdmin.get(DELEGATION).hasStatus(404);
    }
}
