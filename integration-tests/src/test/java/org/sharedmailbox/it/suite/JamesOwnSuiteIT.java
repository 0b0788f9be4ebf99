/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.it.server.StockJames;

/**
 * imap.md, "Must not change": James's own IMAP suite, which knows nothing of us, run over the port
 * of a stock server, without and with the plugin.
 */
class JamesOwnSuiteIT {
    /**
     * What expects more of James than its own server says on a port, whatever the locale: a BYE
     * before it hangs up (now and then it says one) or when a selected mailbox has been deleted,
     * REPLACE, which it does not announce, a namespace that nobody can give it, and folders that
     * are made for a new user, where all other scripts want none.
     */
    private static final Set<String> NOT_OVER_A_PORT =
            Set.of(
                    "listShouldNotListMailboxWithOtherNamespace",
                    "testBadTag",
                    "testBogusCommand",
                    "testConcurrentDeleteSelected",
                    "testIllegalTag",
                    "testJustTag",
                    "testLoginThreeStrikes",
                    "testNoBogus",
                    "testNoCommand",
                    "testNoTag",
                    "testReplace",
                    "testXList");

    /** ADR 9: its script grants rights to nobody, letter by letter. */
    private static final String ACL_COMMANDS =
            "RunsAuthenticatedState.rightsCommandsShouldBeSupported";

    /** What is ours for everybody: the other users' namespace, and the ACL commands. */
    private static final Set<String> OURS =
            Set.of(
                    ACL_COMMANDS,
                    "RunsAuthenticatedState.testNamespaceITALY",
                    "RunsAuthenticatedState.testNamespaceKOREA",
                    "RunsAuthenticatedState.testNamespaceUS",
                    "RunsSelectedState.testNamespaceITALY",
                    "RunsSelectedState.testNamespaceKOREA",
                    "RunsSelectedState.testNamespaceUS");

    @Test
    void theSameScriptsPassWithThePluginAsWithout() {
        Map<String, SuiteResult> without =
                resultsOn(StockJames.named("suite-stock").withoutPlugin().layOut());
        Map<String, SuiteResult> with = resultsOn(StockJames.named("suite-plugin").layOut());

        assertThat(without).hasSizeGreaterThan(300);
        assertThat(with.keySet()).isEqualTo(without.keySet());
        assertThat(scripts(failed(without)))
                .as("what fails without the plugin: %s", failed(without))
                .isSubsetOf(NOT_OVER_A_PORT);
        Map<String, SuiteResult> onlyWith = failed(with);
        onlyWith.keySet().removeIf(test -> NOT_OVER_A_PORT.contains(script(test)));
        assertThat(onlyWith).as("what fails with the plugin only").containsOnlyKeys(OURS);
        assertThat(String.valueOf(onlyWith.remove(ACL_COMMANDS)))
                // James leaves out the obsolete rights that RFC 4314 §2.1.1 wants to be shown.
                .contains("MYRIGHTS INBOX")
                .endsWith("'* MYRIGHTS \"INBOX\" \"lrswipkxtecda\"'");
        assertThat(onlyWith.values())
                .allSatisfy(
                        result ->
                                assertThat(result.toString())
                                        .endsWith(
                                                "'* NAMESPACE ((\"\" \".\"))"
                                                        + " ((\"#user.\" \".\")) NIL'"));
    }

    private static Set<String> scripts(Map<String, SuiteResult> results) {
        return results.keySet().stream().map(JamesOwnSuiteIT::script).collect(Collectors.toSet());
    }

    /** A test's name without its class and without the locale in which it runs the script. */
    private static String script(String test) {
        return test.replaceAll("^.*\\.|(US|ITALY|KOREA)$", "");
    }

    private static Map<String, SuiteResult> failed(Map<String, SuiteResult> results) {
        Map<String, SuiteResult> failed = new TreeMap<>(results);
        failed.values().removeIf(SuiteResult::isPassed);
        return failed;
    }

    /** As the suite has it: users without a domain, no folders but INBOX, no TLS. */
    private static Map<String, SuiteResult> resultsOn(StockJames james) {
        try (james) {
            james.configuration("usersrepository.xml")
                    .replace(
                            "<enableVirtualHosting>true</enableVirtualHosting>",
                            "<enableVirtualHosting>false</enableVirtualHosting>"
                                    + "<administratorId>imapuser</administratorId>");
            james.configuration("imapserver.xml")
                    .replace("<requireSSL>true</requireSSL>", "<requireSSL>false</requireSSL>")
                    .replace(
                            "<jmxName>imapserver</jmxName>",
                            "<jmxName>imapserver</jmxName>"
                                    + "<provisionDefaultMailboxes>false"
                                    + "</provisionDefaultMailboxes>");
            return SuiteRun.on(james.start());
        }
    }
}
