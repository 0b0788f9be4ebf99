/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import static org.sharedmailbox.config.InstallationLine.Names.HANDLERS_PACKAGE;

import java.util.Optional;
import java.util.stream.Stream;
import org.sharedmailbox.cli.install.text.Edit;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.cli.install.text.XmlText;

/** Takes out of {@code smtpserver.xml} what {@link SmtpServers} adds. */
final class SmtpRemovals {
    private static final String OURS = "org.sharedmailbox.";
    private static final String ATTRIBUTE = "coreHandlersPackage";

    private SmtpRemovals() {}

    /** Returns what is to be taken out next; empty if nothing of ours is left. */
    static Optional<Edit> next(XmlText xml) {
        return xml.root().children("smtpserver").stream()
                .flatMap(server -> removals(xml, server))
                .findFirst();
    }

    /** The handlers first: the note about the package stands in front of them. */
    private static Stream<Edit> removals(XmlText xml, XmlElement server) {
        return Stream.concat(
                server.children("handlerchain").stream().flatMap(chain -> handlers(xml, chain)),
                Stream.of(
                                changed(xml, server, "verifyIdentity", "true"),
                                changed(xml, server, "authRequired", "announce"),
                                server.children("auth").stream().flatMap(auth -> auth(xml, auth)),
                                added(xml, server))
                        .flatMap(edits -> edits));
    }

    private static Stream<Edit> auth(XmlText xml, XmlElement auth) {
        return Stream.concat(
                changed(xml, auth, "plainAuthEnabled", "false"),
                changed(xml, auth, "announce", "always"));
    }

    private static Stream<Edit> handlers(XmlText xml, XmlElement chain) {
        return Stream.concat(
                chain.children("handler").stream()
                        .filter(
                                handler ->
                                        handler.attribute("class")
                                                .filter(name -> name.startsWith(OURS))
                                                .isPresent())
                        .map(handler -> xml.remove(handler, chain)),
                chain.attribute(ATTRIBUTE).filter(HANDLERS_PACKAGE::equals).stream()
                        .map(ours -> xml.removeAttribute(chain, ATTRIBUTE)));
    }

    /** What somebody has changed since is theirs. */
    private static Stream<Edit> changed(XmlText xml, XmlElement parent, String name, String value) {
        return parent.children(name).stream()
                .filter(element -> element.text().equals(value))
                .map(
                        element ->
                                xml.restoreText(element)
                                        .or(() -> xml.removeIfAdded(element, parent)))
                .flatMap(Optional::stream);
    }

    private static Stream<Edit> added(XmlText xml, XmlElement server) {
        return server.children("auth").stream()
                .filter(auth -> xml.isWritten(auth, SmtpServers.CLOSED))
                .map(auth -> xml.removeIfAdded(auth, server))
                .flatMap(Optional::stream);
    }
}
