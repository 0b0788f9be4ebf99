/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that is wrong is refused by name, and then nothing has changed. */
@ExtendWith(WebAdminExtension.class)
class RefusedFieldsTest {
    private static final String MAILBOX = "/shared-mailboxes/refused@example.com";
    private static final String DELEGATION = "/delegations/alice@example.com/bob@example.com";

    private final WebAdmin webAdmin;

    RefusedFieldsTest(WebAdmin webAdmin) {
        this.webAdmin = webAdmin;
    }

    @BeforeEach
    void nothingIsThere() {
        webAdmin.delete(MAILBOX).hasStatus(204);
        webAdmin.delete(DELEGATION).hasStatus(204);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'colour':1}|There is no field 'colour'; the fields are displayName, type, password, quota, sentCopies",
                "{'type':5}|'type' must be a string",
                "{'displayName':null}|'displayName' is null; leave it out, or set it to a string",
                "{'displayName':' '}|'displayName' is empty",
                "{'displayName':'a@b'}|'displayName' contains an '@'",
                "{'displayName':'a﹫b'}|'displayName' contains an '@'",
                "{'displayName':'=?utf-8?Q?a=40b?='}|'displayName' contains '=?', which begins an encoded word (RFC 2047)",
                "{'displayName':'a\\nBcc: x'}|'displayName' contains a control character or a line break",
                "{'displayName':'a\\n'}|'displayName' contains a control character or a line break",
                "{'displayName':'a\\u2028b'}|'displayName' contains a control character or a line break",
                "{'displayName':'a\\ud800b'}|'displayName' contains half a character (an unpaired surrogate)",
                "{'type':'helpdesk'}|'type' is 'helpdesk', which is not declared; the types are [team, archive]",
                "{'type':'Help desk'}|'type': 'Help desk' is not a valid name of a mailbox type: use 1 to 31 letters, digits and hyphens",
                "{'password':''}|'password' is empty",
                "{'password':1234}|'password' must be a string",
                "{'password':'a\\u0000'}|'password' contains a control character or a line break",
                "{'quota':5}|'quota' must be an object",
                "{'quota':null}|'quota' is null; leave it out, or set it to an object",
                "{'quota':{'count':'5'}}|'quota.count' must be a whole number",
                "{'quota':{'count':5.0}}|'quota.count' must be a whole number",
                "{'quota':{'size':9223372036854775808}}|'quota.size' must be a whole number",
                "{'quota':{'size':-1}}|'quota.size' is -1; it cannot be negative",
                "{'quota':{'weight':1}}|There is no field 'quota.weight'; the fields are quota.count, quota.size",
                "{'sentCopies':'SEND_AS'}|'sentCopies' must be a list of strings",
                "{'sentCopies':[null]}|'sentCopies' must be a list of strings",
                "{'sentCopies':['READ']}|'sentCopies' names READ; it takes SEND_AS and SEND_ON_BEHALF",
                "{'sentCopies':['SENT']}|'sentCopies' names 'SENT', which is not a right; the rights are READ, READ_AND_MANAGE, MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF",
                "{'type':'team','type':'team'}|The body has the field 'type' twice",
                "{'quota':{'count':1,'count':2}}|The body has the field 'count' twice",
                "{} {}|The body is not valid JSON (line 1, column 4)",
                "{'password':secret}|The body is not valid JSON (line 1, column 19)",
                "[]|The body must be a JSON object, e.g. {}",
                "null|The body must be a JSON object, e.g. {}",
                "5|The body must be a JSON object, e.g. {}",
            })
    void aMailbox(String body, String message) {
        webAdmin.put(MAILBOX, body.replace('\'', '"')).isInvalid(message);
        webAdmin.get(MAILBOX).hasStatus(404);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'rights':['READ'],'colour':1}|There is no field 'colour'; the fields are rights, folders, access, notBefore, notAfter, note, subscribe, notify, autoReply",
                "{'rights':['READ'],'state':'active'}|There is no field 'state'; the fields are rights, folders, access, notBefore, notAfter, note, subscribe, notify, autoReply",
                "{'rights':[]}|'rights' is empty; name at least one of READ, READ_AND_MANAGE, MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF",
                "{'rights':['WRITE']}|'rights' names 'WRITE', which is not a right; the rights are READ, READ_AND_MANAGE, MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF",
                "{'rights':'READ'}|'rights' must be a list of strings",
                "{'rights':null}|'rights' is null; leave it out, or set it to a list of strings",
                "{'rights':['READ\\n']}|'rights' contains a control character or a line break",
                "{'rights':['READ'],'folders':[]}|'folders' is empty; leave it out to delegate all folders",
                "{'rights':['READ'],'folders':[1]}|'folders' must be a list of strings",
                "{'rights':['READ'],'folders':['INBOX\\r\\n']}|'folders' contains a control character or a line break",
                "{'rights':['READ'],'folders':['a..b']}|'folders': The folder name 'a..b' has an empty level",
                "{'access':[{'folder':'INBOX','letters':'lrq'}]}|'access[0].letters': 'q' is not a right that can be granted; the letters are 'lrswikxtea'",
                "{'access':[{'folder':'INBOX','letters':'lrp'}]}|'access[0].letters': 'p' is not a right that can be granted; the letters are 'lrswikxtea'",
                "{'access':[{'folder':'INBOX'}]}|'access[0].letters' is missing; it takes letters of 'lrswikxtea', none of them for nothing here",
                "{'access':[{'letters':'lr','subfolders':false}]}|'access[0].subfolders' is false, but the whole mailbox includes all folders",
                "{'access':[{'folder':'a..b','letters':'lr'}]}|'access[0].folder': The folder name 'a..b' has an empty level",
                "{'access':[{'folder':'INBOX','letters':'lr'},{'folder':'inbox','letters':'l'}]}|'access' names 'INBOX' twice",
                "{'access':[{'folder':'INBOX','letters':'lr','subfolders':true},{'folder':'INBOX','letters':'l','subfolders':true}]}|'access' names 'INBOX' twice with its subfolders",
                "{'access':[{'letters':'lr'},{'folder':null,'letters':'l'}]}|'access' names the whole mailbox twice",
                "{'access':[{'folder':'Nowhere','letters':'lr'}]}|alice@example.com has no folder 'Nowhere'",
                "{'access':[{'folder':'INBOX','letters':''}]}|'access' gives no rights in any folder, and 'rights' names no right to send; to end a delegation, DELETE it",
                "{'access':[]}|'access' is empty, and 'rights' names no right to send; to end a delegation, DELETE it",
                "{'access':[{'letters':'lr'}],'rights':['READ']}|'access' says what is granted in which folder: with it, leave out 'folders', and name only SEND_AS and SEND_ON_BEHALF in 'rights'",
                "{'access':[{'letters':'lr'}],'folders':['INBOX']}|'access' says what is granted in which folder: with it, leave out 'folders', and name only SEND_AS and SEND_ON_BEHALF in 'rights'",
                "{'access':[{'letters':'lr','x':1}]}|There is no field 'access[0].x'; the fields are access[0].folder, access[0].letters, access[0].subfolders",
                "{'access':['lr']}|'access' must be a list of objects",
                "{'rights':['READ'],'notBefore':'2026-08-01'}|'notBefore' is '2026-08-01', which is a date without a time; write it like 2026-12-24T18:00:00+01:00",
                "{'rights':['READ'],'notAfter':'2026-12-24'}|'notAfter' is '2026-12-24', which is a date without a time; write it like 2026-12-24T18:00:00+01:00",
                "{'rights':['READ'],'notAfter':'2026-12-24Z'}|'notAfter' is '2026-12-24Z', which is not an ISO 8601 time with an offset; write it like 2026-12-24T18:00:00+01:00",
                "{'rights':['READ'],'notAfter':'2026-12-24T18:00'}|'notAfter' is '2026-12-24T18:00', which is a time without an offset from UTC; write it like 2026-12-24T18:00:00+01:00",
                "{'rights':['READ'],'notAfter':'24.12.2026'}|'notAfter' is '24.12.2026', which is not an ISO 8601 time with an offset; write it like 2026-12-24T18:00:00+01:00",
                "{'rights':['READ'],'notAfter':'2026-08-01T09:00:00'}|'notAfter' is '2026-08-01T09:00:00', which is a time without an offset from UTC; write it like 2026-12-24T18:00:00+01:00",
                "{'rights':['READ'],'notAfter':'+12026-08-01T09:00:00Z'}|'notAfter' is '+12026-08-01T09:00:00Z', which is not an ISO 8601 time with an offset; write it like 2026-12-24T18:00:00+01:00",
                "{'rights':['READ'],'notAfter':1700000000}|'notAfter' must be a string",
                "{'rights':['READ'],'notBefore':'2026-08-02T00:00:00Z','notAfter':'2026-08-01T00:00:00Z'}|'notAfter' (2026-08-01T00:00:00Z), the first moment at which it no longer holds, must be later than 'notBefore' (2026-08-02T00:00:00Z)",
                "{'rights':['READ'],'note':'a\\nb'}|'note' contains a control character or a line break",
                "{'rights':['READ'],'note':5}|'note' must be a string",
                "{'rights':['READ'],'subscribe':1}|'subscribe' must be true or false",
                "{'rights':['READ'],'notify':'everybody'}|'notify' is 'everybody'; it must be one of none, delegate, all",
                "{'rights':['READ'],'notify':'ALL'}|'notify' is 'ALL'; it must be one of none, delegate, all",
                "{'rights':['READ'],'notify':true}|'notify' must be a string",
                "{'rights':['READ'],'autoReply':'away'}|'autoReply' must be an object",
                "{'rights':['READ'],'autoReply':{'subject':'a'}}|'autoReply.text' is missing",
                "{'rights':['READ'],'autoReply':{'text':'a'}}|'autoReply.subject' is missing",
                "{'rights':['READ'],'autoReply':{'subject':' ','text':'a'}}|'autoReply.subject': 'subject' is empty",
                "{'rights':['READ'],'autoReply':{'subject':'a','text':' \\n'}}|'autoReply.text': 'text' is empty",
                "{'rights':['READ'],'autoReply':{'subject':'a\\nBcc: b','text':'a'}}|'autoReply.subject' contains a control character or a line break",
                "{'rights':['READ'],'autoReply':{'subject':'a','text':'a\\u0000'}}|'autoReply.text' contains a control character or a line break",
                "{'rights':['READ'],'autoReply':{'subject':'a','text':'b','from':'c'}}|There is no field 'autoReply.from'; the fields are autoReply.subject, autoReply.text",
                "{'rights':['READ'],'subscribe':null}|'subscribe' is null; leave it out, or set it to true or false",
            })
    void aDelegation(String body, String message) {
        webAdmin.put(DELEGATION, body.replace('\'', '"')).isInvalid(message);
        webAdmin.get(DELEGATION).hasStatus(404);
    }

    @Test
    void aTextHasItsLimits() {
        webAdmin.put(MAILBOX, "{\"displayName\":\"" + "a".repeat(201) + "\"}")
                .isInvalid("'displayName' has more than 200 characters");
        webAdmin.put(MAILBOX, "{\"password\":\"" + "a".repeat(201) + "\"}")
                .isInvalid("'password' has more than 200 characters");
        webAdmin.put(DELEGATION, "{\"rights\":[\"READ\"],\"note\":\"" + "a".repeat(1001) + "\"}")
                .isInvalid("'note' has more than 1000 characters");
        webAdmin.put(DELEGATION, "{\"rights\":[\"" + "a".repeat(1001) + "\"]}")
                .isInvalid(
                        "'rights' names '"
                                + "a".repeat(40)
                                + "…', which is not a right; the rights are READ, READ_AND_MANAGE,"
                                + " MANAGE_MEMBERS, SEND_AS, SEND_ON_BEHALF");
        webAdmin.put(DELEGATION, "{\"rights\":[\"READ\"],\"note\":\"" + "ä".repeat(1000) + "\"}")
                .hasStatus(201);
    }

    @Test
    void anAddressHasItsLimitToo() {
        String local = "a".repeat(64);
        String longDomain = "d123.".repeat(37) + "wxyzz";
        webAdmin.put("/domains/" + longDomain, "").hasStatus(204);
        String tooLong = local + "@" + longDomain;
        String end =
                " is '"
                        + tooLong.substring(0, 80)
                        + "…', which is not a mail address: it has more"
                        + " than 254 octets";

        webAdmin.put("/shared-mailboxes/" + tooLong, "").isInvalid("'address'" + end);
        webAdmin.put("/delegations/" + tooLong + "/bob@example.com", "{\"rights\":[\"READ\"]}")
                .isInvalid("'owner'" + end);
        webAdmin.put("/delegations/alice@example.com/" + tooLong, "{\"rights\":[\"READ\"]}")
                .isInvalid("'delegate'" + end);
        String bulk =
                webAdmin.postAs(
                                "text/csv",
                                "/delegations",
                                "owner,delegate,rights\n"
                                        + "alice@example.com,bob@example.com,READ\n"
                                        + tooLong
                                        + ",bob@example.com,READ\n")
                        .hasStatus(400)
                        .json()
                        .get("errors")
                        .toString();
        assertThat(bulk)
                .isEqualTo("[{\"line\":3,\"field\":\"owner\",\"message\":\"'owner'" + end + "\"}]");
        webAdmin.get(DELEGATION).hasStatus(404);
    }
}
