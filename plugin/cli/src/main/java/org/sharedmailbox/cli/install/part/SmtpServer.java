/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import static org.sharedmailbox.config.InstallationLine.Names.NO_LOGIN_PACKAGE;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.config.SmtpSignIn;
import org.sharedmailbox.config.Values;

/** One {@code <smtpserver>}, as James reads it. Immutable. */
final class SmtpServer {
    static final String LOGIN_REQUIRED = "org.sharedmailbox.smtp.LoginRequired";

    private static final String DEFAULT_BIND = "0.0.0.0:25";

    private final XmlElement element;
    private final JamesVersion version;

    SmtpServer(XmlElement element, JamesVersion version) {
        this.element = element;
        this.version = version;
    }

    XmlElement element() {
        return element;
    }

    Optional<XmlElement> handlerChain() {
        return element.child("handlerchain");
    }

    Optional<String> corePackage() {
        return handlerChain().flatMap(chain -> chain.attribute("coreHandlersPackage"));
    }

    /** Returns whether nobody can sign in here; James 3.8 has no such package. */
    boolean isWithoutLogin() {
        return version == JamesVersion.V3_9 && corePackage().equals(Optional.of(NO_LOGIN_PACKAGE));
    }

    /** Returns whether signing in is never announced, which is not yet to refuse it. */
    boolean isAuthNeverAnnounced() {
        return signIn().isNeverAnnounced();
    }

    /** Returns whether people sign in with tokens (XOAUTH2), which nothing else turns off. */
    boolean isTakingTokens() {
        return signIn().isTakingTokens();
    }

    boolean isPlainAuthEnabled() {
        return signIn().isPlainAuthEnabled();
    }

    /** Returns whether {@code verifyIdentity} is on; left out, it is in James 3.9 only. */
    boolean isVerifyingIdentity() {
        return signIn().isVerifyingIdentity();
    }

    private SmtpSignIn signIn() {
        Function<String, Optional<String>> texts = path -> element.textAt(path.split("\\.", -1));
        boolean takingTokens =
                element.children("auth").stream().anyMatch(auth -> auth.child("oidc").isPresent());
        return version == JamesVersion.V3_8
                ? SmtpSignIn.of38(texts, takingTokens)
                : SmtpSignIn.of39(texts, takingTokens);
    }

    boolean isLoginRequired() {
        return handlerChain().stream()
                .flatMap(chain -> chain.children("handler").stream())
                .anyMatch(
                        handler -> handler.attribute("class").equals(Optional.of(LOGIN_REQUIRED)));
    }

    /**
     * Returns where it says that signing in is not announced to networks from which a login is
     * demanded nevertheless; empty if it says nothing of the kind.
     */
    Optional<XmlElement> silence() {
        boolean hasSuchNetworks =
                element.textAt("authorizedAddresses").filter(text -> !text.isEmpty()).isPresent();
        Optional<XmlElement> announce =
                element.child("auth").flatMap(auth -> auth.child("announce"));
        Optional<XmlElement> silent =
                announce.isPresent()
                        ? announce.filter(is("forUnauthorizedAddresses"))
                        : element.child("authRequired").filter(is("true"));
        return silent.filter(found -> hasSuchNetworks && isLoginRequired());
    }

    private static Predicate<XmlElement> is(String text) {
        return element -> element.text().equalsIgnoreCase(text);
    }

    /** Returns what breaks the {@link #silence}. */
    static String announced(XmlElement silence) {
        return silence.name().equals("authRequired") ? "announce" : "always";
    }

    /** Returns a handler that bears the plugin's package and none of its names. */
    Optional<XmlElement> misspeltHandler() {
        return handlerChain().stream()
                .flatMap(chain -> chain.children("handler").stream())
                .filter(
                        handler ->
                                handler.attribute("class")
                                        .flatMap(
                                                name ->
                                                        Spelling.meant(
                                                                name, Set.of(LOGIN_REQUIRED)))
                                        .isPresent())
                .findFirst();
    }

    /** Returns whether a password may be sent in the clear here, by a client that does not ask. */
    boolean isTakingPasswordsInTheClear() {
        boolean tlsOnly =
                element.child("tls")
                        .flatMap(tls -> tls.attribute("socketTLS"))
                        .filter(Values::isTrue)
                        .isPresent();
        return !tlsOnly && element.textAt("auth", "requireSSL").filter(Values::isTrue).isEmpty();
    }

    /**
     * Returns whether it is where mail programs hand in mail: port 587 or 465, and not port 25, on
     * which other servers come without a login.
     */
    boolean isSubmission() {
        return (hasPort("587") || hasPort("465")) && !isForOtherServers();
    }

    /** Returns whether other servers bring mail here, which have no login. */
    boolean isForOtherServers() {
        return hasPort("25");
    }

    /** Returns whether James refuses to start with this: it verifies only whom it asks. */
    boolean isRefusedByJames() {
        return version == JamesVersion.V3_8 && isAuthNeverAnnounced() && isVerifyingIdentity();
    }

    private boolean hasPort(String wanted) {
        return Arrays.stream(ports().split(",", -1))
                .map(bind -> bind.substring(bind.lastIndexOf(':') + 1).trim())
                .anyMatch(wanted::equals);
    }

    String ports() {
        return element.textAt("bind").orElse(DEFAULT_BIND);
    }
}
