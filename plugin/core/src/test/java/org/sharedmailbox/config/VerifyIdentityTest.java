/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ports on which people sign in and may send as each other are told, and keep nothing from working.
 */
class VerifyIdentityTest {
    private static final String BEGIN =
            "conf/smtpserver.xml does not have identities verified on 0.0.0.0:587, so whoever signs"
                    + " in there may send as any other user for whom nobody else may send. ";

    @TempDir Path james;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<auth><announce>always</announce></auth>",
                "<auth><announce>always</announce></auth><verifyIdentity>false</verifyIdentity>",
                "<authRequired>true</authRequired>",
                "<authRequired>announce</authRequired>"
            })
    void aPortThatAnnouncesSigningInHasToVerify(String settings) throws IOException {
        InstallationCheck check = withSmtp(settings);

        assertThat(check.warnings())
                .containsExactly(
                        BEGIN
                                + "Add in that <smtpserver>:"
                                + " <verifyIdentity>true</verifyIdentity>");
        assertThat(check.messages()).isEmpty();
        assertThat(check.isSendingInstalled()).isTrue();
    }

    @Test
    void aPortThatAcceptsPasswordsInSilenceIsTold() throws IOException {
        assertThat(withSmtp("<auth><announce>never</announce></auth>").warnings())
                .containsExactly(
                        BEGIN
                                + "Signing in is not announced there, but works. Add in <auth>:"
                                + " <plainAuthEnabled>false</plainAuthEnabled>");
    }

    @Test
    void aPortThatAcceptsTokensInSilenceIsTold() throws IOException {
        assertThat(
                        withSmtp(
                                        "<auth><announce>never</announce>"
                                                + "<plainAuthEnabled>false</plainAuthEnabled>"
                                                + "<oidc><scope>x</scope></oidc></auth>")
                                .warnings())
                .containsExactly(
                        BEGIN + "Signing in is not announced there, but works: take out <oidc>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<auth><announce>always</announce></auth><verifyIdentity>true</verifyIdentity>",
                "<authRequired>true</authRequired><verifyIdentity>TRUE</verifyIdentity>",
                "<auth><announce>never</announce><plainAuthEnabled>false</plainAuthEnabled></auth>",
                "<auth><plainAuthEnabled>false</plainAuthEnabled></auth>"
            })
    void aPortThatVerifiesOrOnWhichNobodySignsInIsNotTalkedAbout(String settings)
            throws IOException {
        assertThat(withSmtp(settings).warnings()).isEmpty();
    }

    @Test
    void aPortThatIsOffOrWithoutLoginIsNotTalkedAbout() throws IOException {
        ConfFolder conf = ConfFolder.complete(james);
        conf.with(
                "smtpserver.xml",
                "<smtpservers><smtpserver enabled=\"false\"><auth><announce>always</announce></auth>"
                        + "</smtpserver><smtpserver><auth><announce>always</announce></auth>"
                        + "<handlerchain coreHandlersPackage="
                        + "\"org.apache.james.smtpserver.NoAuthCmdHandlerLoader\"/></smtpserver>"
                        + "</smtpservers>");

        assertThat(conf.check().warnings()).isEmpty();
    }

    /** What is written, and whether James 3.8 and James 3.9 verify then. */
    @ParameterizedTest
    @CsvSource({
        ", false, true",
        "true, true, true",
        "yes, true, true",
        "false, false, false",
        "strict, false, true",
        "relaxed, false, true",
        "disabled, false, false"
    })
    void theVersionsReadTheSettingDifferently(String mode, boolean by38, boolean by39) {
        Optional<String> written = Optional.ofNullable(mode);

        assertThat(SmtpSignIn.of38(key -> written, false).isVerifyingIdentity()).isEqualTo(by38);
        assertThat(SmtpSignIn.of39(key -> written, false).isVerifyingIdentity()).isEqualTo(by39);
    }

    private InstallationCheck withSmtp(String settings) throws IOException {
        return ConfFolder.complete(james)
                .replacing(
                        "smtpserver.xml",
                        "<smtpserver enabled=\"true\">",
                        "<smtpserver enabled=\"true\"><bind>0.0.0.0:587</bind>" + settings)
                .check();
    }
}
