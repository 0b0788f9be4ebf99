/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.HttpAnswer;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.client.WebAdmin;
import org.sharedmailbox.it.server.StockJames;
import org.sharedmailbox.it.server.StockJamesExtension;

/** api.md, "Delegations": the field and the CSV column {@code access}. */
class FolderAccessIT {
    @RegisterExtension
    static final StockJamesExtension james =
            new StockJamesExtension(StockJames.named("folder-access"));

    private static final String OWNER = "owner@example.com";
    private static final String ACCESS =
            "{'access':[{'folder':null,'letters':'l'},{'folder':'INBOX','letters':'lrswi',"
                    + "'subfolders':false},{'folder':'Projects.Über, \\\"uns\\\"','letters':'lr',"
                    + "'subfolders':true},{'folder':'Projects','letters':''}],"
                    + "'rights':['SEND_AS'],'note':'cover'}";

    private static WebAdmin webAdmin;

    @BeforeAll
    static void anOwnerWithFolders() {
        Administrator administrator = Administrator.of(james.server());
        webAdmin = administrator.webAdmin();
        administrator.createsDomain("example.com");
        Person owner = administrator.createsUser(OWNER);
        for (String name : List.of("alice", "bob", "carol")) {
            administrator.createsUser(name + "@example.com");
        }
        try (RawImap imap = owner.imap()) {
            for (String folder : List.of("Projects", "\"Projects.&ANw-ber, \\\"uns\\\"\"")) {
                assertThat(imap.command("CREATE " + folder).isOk()).isTrue();
            }
        }
        webAdmin.put(path("alice"), json(ACCESS)).expectSuccess();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'access':[{'folder':'INBOX','letters':'lrz'}]}|z",
                "{'access':[{'folder':'INBOX','letters':'lrL'}]}|L",
                "{'access':[{'folder':'INBOX','letters':'lrp'}]}|p",
                "{'access':[{'folder':'INBOX','letters':5}]}|letters",
                "{'access':[{'folder':'INBOX'}]}|letters",
                "{'access':[{'letters':'lr'},{'folder':'Nowhere','letters':'lr'}]}|Nowhere",
                "{'access':[{'folder':'a..b','letters':'lr'}]}|a..b",
                "{'access':[{'folder':'INBOX','letters':'lr'},{'folder':'inbox','letters':'l'}]}|twice",
                "{'access':[{'folder':null,'letters':'lr'},{'folder':null,'letters':'l'}]}|twice",
                "{'access':[{'folder':'INBOX','letters':'lr'}],'folders':['INBOX']}|leave out",
                "{'access':[{'folder':'INBOX','letters':'lr'}],'rights':['READ']}|leave out",
                "{'access':[{'folder':null,'letters':'lr','subfolders':false}]}|subfolders",
                "{'access':[{'folder':'INBOX','letters':'lr','subfolders':'no'}]}|subfolders",
                "{'access':[{'folder':'INBOX','letters':'lr','colour':1}]}|colour",
                "{'access':[]}|empty",
                "{'access':[{'folder':'INBOX','letters':''}]}|no rights in any folder",
                "{'access':'lr'}|access",
                "{'access':[1]}|access",
            })
    void whatIsNotUnderstoodChangesNothing(String body, String named) {
        assertIsRefused(json(body), named);
    }

    @Test
    void aDelegationHasAThousandEntriesAtMost() {
        String entries =
                IntStream.range(0, 1001)
                        .mapToObj(i -> "{'folder':'F" + i + "','letters':'lr'}")
                        .collect(Collectors.joining(","));

        assertIsRefused(json("{'access':[" + entries + "]}"), "1001 entries");
    }

    @Test
    void whatIsShownIsWhatWasAskedFor() {
        assertThat(webAdmin.get(path("alice")).body())
                .contains(
                        json(
                                "'access':[{'folder':null,'letters':'l','subfolders':true},"
                                        + "{'folder':'INBOX','letters':'lrswi','subfolders':false},"
                                        + "{'folder':'Projects.Über, \\\"uns\\\"','letters':'lr',"
                                        + "'subfolders':true},"
                                        + "{'folder':'Projects','letters':'','subfolders':false}]"),
                        json("'rights':['SEND_AS'],'folders':null"));
    }

    @Test
    void whatIsWrittenAsCsvCanBeReadBack() {
        webAdmin.put(path("bob"), json(ACCESS)).expectSuccess();
        webAdmin.put(path("carol"), json("{'rights':['READ'],'folders':['Projects']}"))
                .expectSuccess();
        String bob = terms("bob");
        String carol = terms("carol");
        String csv = webAdmin.getCsv("/delegations?owner=" + OWNER).expectSuccess().body();
        assertThat(csv)
                .contains("l *|lrswi INBOX|lr Projects.Über, \"\"uns\"\".*| Projects")
                .contains(OWNER + ",carol@example.com,READ,Projects,,");
        webAdmin.delete(path("bob")).expectSuccess();
        webAdmin.put(path("carol"), json("{'rights':['SEND_AS']}")).expectSuccess();

        HttpAnswer answer = webAdmin.postCsv("/delegations", csv).expectSuccess();

        assertThat(answer.body()).contains("\"created\":1", "\"changed\":1", "\"unchanged\":1");
        assertThat(terms("bob")).isEqualTo(bob);
        assertThat(terms("carol")).isEqualTo(carol);
        assertThat(webAdmin.getCsv("/delegations?owner=" + OWNER).body()).isEqualTo(csv);
    }

    @ParameterizedTest
    @CsvSource({"lrz INBOX, z", "lr Nowhere, Nowhere", "lr INBOX|l INBOX, twice", "INBOX, INBOX"})
    void aFaultyLineChangesNothing(String access, String named) {
        String before = webAdmin.get("/delegations/" + OWNER).body();

        HttpAnswer answer =
                webAdmin.postCsv(
                        "/delegations",
                        "owner,delegate,rights,folders,access\r\n"
                                + (OWNER + ",alice@example.com,SEND_AS,,\r\n")
                                + (OWNER + ",bob@example.com,,," + access + "\r\n"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("line").asInt()).isEqualTo(3);
        assertThat(answer.json().get("errors").toString()).contains(named);
        assertThat(webAdmin.get("/delegations/" + OWNER).body()).isEqualTo(before);
    }

    @AfterAll
    static void nothingIsInTheLog() {
        assertThat(james.server().logLines())
                .noneMatch(line -> line.contains("[ERROR") || line.startsWith("\tat "));
    }

    private static void assertIsRefused(String body, String named) {
        String before = webAdmin.get("/delegations/" + OWNER).body();

        for (String delegate : List.of("alice", "bob")) {
            HttpAnswer answer = webAdmin.put(path(delegate), body);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.json().get("message").asText()).contains(named);
        }

        assertThat(webAdmin.get("/delegations/" + OWNER).body()).isEqualTo(before);
    }

    /** What a delegation says, without its history. */
    private static String terms(String delegate) {
        var shown = webAdmin.get(path(delegate)).expectSuccess().json();
        return List.of("rights", "folders", "access", "notBefore", "notAfter", "note").stream()
                .map(field -> field + "=" + shown.get(field))
                .collect(Collectors.joining(", "));
    }

    private static String path(String delegate) {
        return "/delegations/" + OWNER + "/" + delegate + "@example.com";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
