/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.james.utils.PropertiesProvider;
import org.junit.jupiter.api.Test;

/** The line without which no copies are filed, although mail is still sent. */
class SentCopyLineTest {
    private static final String SENDER = "org.sharedmailbox.mailet.DelegatedSender";
    private static final String COPY = "org.sharedmailbox.mailet.SharedSentCopy";
    private static final String MESSAGE =
            "conf/mailetcontainer.xml lacks a line, so mail sent from a shared mailbox is not filed"
                    + " in its Sent. Add after DelegatedSender in <processor state=\"root\">:"
                    + " <mailet match=\"All\" class=\"org.sharedmailbox.mailet.SharedSentCopy\"/>";

    @Test
    void theLineBehindTheOtherIsFine() {
        assertThat(check(SENDER, "com.example.Theirs", COPY).messages()).doesNotContain(MESSAGE);
    }

    @Test
    void aMissingLineIsToldAndDoesNotStopSending() {
        InstallationCheck check = check(SENDER);

        assertThat(check.messages()).contains(MESSAGE);
        assertThat(check.isSendingInstalled()).isTrue();
    }

    @Test
    void aLineInFrontOfTheOtherSeesNoMailThatIsRewritten() {
        assertThat(check(COPY, SENDER).messages()).contains(MESSAGE);
    }

    private static InstallationCheck check(String... mailets) {
        String container =
                Stream.of(mailets)
                        .map(name -> "<mailet match='All' class='" + name + "'/>")
                        .collect(
                                Collectors.joining(
                                        "",
                                        "<m><processors><processor state='root'>",
                                        "</processor></processors></m>"));
        String smtp =
                "<s><smtpserver><handlerchain coreHandlersPackage="
                        + "'org.sharedmailbox.smtp.SharedMailboxHandlersPackage'/>"
                        + "</smtpserver></s>";
        return new InstallationCheck(
                PropertiesProvider.forTesting(),
                (component, behaviour) ->
                        xml(
                                component.equals("mailetcontainer")
                                        ? container
                                        : component.equals("smtpserver") ? smtp : "<none/>"));
    }

    private static XMLConfiguration xml(String text) throws ConfigurationException {
        XMLConfiguration configuration = new XMLConfiguration();
        new FileHandler(configuration).load(new StringReader(text));
        return configuration;
    }
}
