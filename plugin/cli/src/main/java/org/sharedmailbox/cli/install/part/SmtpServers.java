/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import static org.sharedmailbox.config.InstallationLine.Names.HANDLERS_PACKAGE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.cli.install.text.Edit;
import org.sharedmailbox.cli.install.text.Note;
import org.sharedmailbox.cli.install.text.RefusedException;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.cli.install.text.XmlText;

/** {@code smtpserver.xml}: the handlers of each port, and that nobody gets past them. */
final class SmtpServers extends XmlPart {
    /** What closes a port that has no block of its own about signing in. */
    static final String CLOSED = "<auth><plainAuthEnabled>false</plainAuthEnabled></auth>";

    private static final String ATTRIBUTE = "coreHandlersPackage";
    private static final String VERIFY_IDENTITY = "verifyIdentity";
    private static final String AUTH = "auth";
    private static final String PLAIN_AUTH = "plainAuthEnabled";

    /** What James takes if no package is named. */
    private static final String DEFAULT = "org.apache.james.smtpserver.CoreCmdHandlerLoader";

    private final JamesVersion version;

    SmtpServers(JamesVersion version) {
        super("smtpserver.xml", "smtpservers");
        this.version = version;
    }

    @Override
    public List<Finding> check(String text) {
        XmlText xml = parse(text);
        return Stream.concat(
                        nothingEnabled(xml, "smtpserver").stream(),
                        servers(xml)
                                .map(server -> new SmtpServerCheck(file(), xml, server))
                                .flatMap(server -> server.findings().stream()))
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    Optional<Edit> nextAddition(XmlText xml) {
        return servers(xml)
                .filter(server -> !server.isWithoutLogin())
                .map(server -> nextAddition(xml, server))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Edit> nextAddition(XmlText xml, SmtpServer server) {
        XmlElement chain =
                server.handlerChain()
                        .orElseThrow(
                                () ->
                                        refused(
                                                xml,
                                                server.element(),
                                                "this <smtpserver> has no <handlerchain>: give it"
                                                        + " one, or enabled=\"false\""));
        Optional<String> core = server.corePackage();
        if (core.isEmpty()) {
            return Optional.of(xml.addAttribute(chain, ATTRIBUTE, HANDLERS_PACKAGE));
        }
        if (core.get().equals(DEFAULT)) {
            return Optional.of(xml.replaceAttribute(chain, ATTRIBUTE, HANDLERS_PACKAGE));
        }
        if (!core.get().equals(HANDLERS_PACKAGE)) {
            throw refused(
                    xml,
                    chain,
                    "only one coreHandlersPackage can be there, and it is "
                            + core.get()
                            + ": name the handlers that it adds to James's own in <handler"
                            + " class=\"…\"/> lines, and take the attribute out");
        }
        Optional<String> undecided = UnannouncedLogin.reasonToRefuse(server);
        if (undecided.isPresent()) {
            throw refused(xml, server.element(), undecided.get());
        }
        return server.isAuthNeverAnnounced() ? closed(xml, server) : verifying(xml, server, chain);
    }

    /** James 3.8 refuses to verify identities where it announces no login: there must be none. */
    private static Optional<Edit> closed(XmlText xml, SmtpServer server) {
        if (!server.isPlainAuthEnabled() || server.isVerifyingIdentity()) {
            return Optional.empty();
        }
        String line = "<" + PLAIN_AUTH + ">false</" + PLAIN_AUTH + ">";
        return Optional.of(
                server.element()
                        .child(AUTH)
                        .map(
                                auth ->
                                        auth.child(PLAIN_AUTH)
                                                .map(plain -> xml.replaceText(plain, "false"))
                                                .orElseGet(
                                                        () ->
                                                                xml.insertFirstIn(
                                                                        auth, line + Note.ADDED)))
                        .orElseGet(() -> xml.insertFirstIn(server.element(), CLOSED + Note.ADDED)));
    }

    private static Optional<Edit> verifying(XmlText xml, SmtpServer server, XmlElement chain) {
        if (!server.isVerifyingIdentity()) {
            return Optional.of(
                    server.element()
                            .child(VERIFY_IDENTITY)
                            .map(element -> xml.replaceText(element, "true"))
                            .orElseGet(
                                    () ->
                                            xml.insertFirstIn(
                                                    server.element(),
                                                    "<verifyIdentity>true</verifyIdentity>"
                                                            + Note.ADDED)));
        }
        return server.isSubmission() && !server.isLoginRequired()
                ? Optional.of(
                        xml.insertFirstIn(
                                chain, "<handler class=\"" + SmtpServer.LOGIN_REQUIRED + "\"/>"))
                : server.silence().map(said -> xml.replaceText(said, SmtpServer.announced(said)));
    }

    @Override
    Optional<Edit> nextRemoval(XmlText xml) {
        return SmtpRemovals.next(xml);
    }

    private Stream<SmtpServer> servers(XmlText xml) {
        return xml.root().children("smtpserver").stream()
                .filter(XmlPart::isEnabled)
                .map(element -> new SmtpServer(element, version));
    }

    private RefusedException refused(XmlText xml, XmlElement element, String reason) {
        return new RefusedException(file() + ", line " + xml.lineOf(element) + ": " + reason);
    }
}
