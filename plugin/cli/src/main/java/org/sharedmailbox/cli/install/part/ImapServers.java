/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import static org.sharedmailbox.config.InstallationLine.Names.IMAP_PACKAGE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.cli.install.text.Edit;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.cli.install.text.XmlText;
import org.sharedmailbox.config.InstallationLine;

/** {@code imapserver.xml}: the package, once in James 3.8, in each server in James 3.9. */
final class ImapServers extends XmlPart {
    private static final String PACKAGES = "imapPackages";
    private static final String SERVER = "imapserver";

    /** James's own, which ours contains: with both, James does not start. */
    private static final String DEFAULT = "org.apache.james.modules.protocols.DefaultImapPackage";

    private final JamesVersion version;

    ImapServers(JamesVersion version) {
        super("imapserver.xml", "imapservers");
        this.version = version;
    }

    @Override
    public List<Finding> check(String text) {
        XmlText xml = parse(text);
        return Stream.concat(
                        nothingEnabled(xml, SERVER).stream(),
                        parents(xml.root()).map(parent -> check(xml, parent)))
                .collect(Collectors.toUnmodifiableList());
    }

    private Finding check(XmlText xml, XmlElement parent) {
        InstallationLine line = line();
        for (XmlElement element : parent.children(PACKAGES)) {
            Optional<String> meant = Spelling.meant(element.text(), Set.of(IMAP_PACKAGE));
            if (meant.isPresent()) {
                return finding(
                                Status.MISSPELT,
                                "James does not start; in place of " + element.text() + " write")
                        .adding(line.line())
                        .at(xml.lineOf(element));
            }
        }
        Optional<XmlElement> ours = named(parent, IMAP_PACKAGE);
        Optional<XmlElement> both = ours.flatMap(element -> named(parent, DEFAULT));
        if (both.isPresent()) {
            return finding(
                            Status.DANGEROUS,
                            "James does not start with this package and the plugin's, which"
                                    + " contains it; take out "
                                    + DEFAULT)
                    .at(xml.lineOf(both.get()));
        }
        return ours.map(element -> finding(Status.OK, line.line()).at(xml.lineOf(element)))
                .orElseGet(
                        () ->
                                finding(
                                                Status.MISSING,
                                                line.effectOfMissing()
                                                        + "; add directly below <"
                                                        + parent.name()
                                                        + ">")
                                        .adding(line.line())
                                        .at(xml.lineOf(parent)));
    }

    @Override
    Optional<Edit> nextAddition(XmlText xml) {
        return parents(xml.root())
                .filter(parent -> named(parent, IMAP_PACKAGE).isEmpty())
                .findFirst()
                .map(
                        parent ->
                                named(parent, DEFAULT)
                                        .map(element -> xml.replaceText(element, IMAP_PACKAGE))
                                        .orElseGet(() -> xml.insertFirstIn(parent, line().line())));
    }

    @Override
    Optional<Edit> nextRemoval(XmlText xml) {
        return Stream.concat(Stream.of(xml.root()), xml.root().children(SERVER).stream())
                .filter(parent -> named(parent, IMAP_PACKAGE).isPresent())
                .findFirst()
                .flatMap(
                        parent ->
                                named(parent, IMAP_PACKAGE)
                                        .map(element -> removal(xml, element, parent)));
    }

    private static Edit removal(XmlText xml, XmlElement element, XmlElement parent) {
        return xml.restoreText(element).orElseGet(() -> xml.remove(element, parent));
    }

    private Stream<XmlElement> parents(XmlElement root) {
        return version == JamesVersion.V3_8
                ? Stream.of(root)
                : root.children(SERVER).stream().filter(XmlPart::isEnabled);
    }

    private static Optional<XmlElement> named(XmlElement parent, String name) {
        return parent.children(PACKAGES).stream()
                .filter(element -> element.text().equals(name))
                .findFirst();
    }

    private static InstallationLine line() {
        return InstallationLine.naming(IMAP_PACKAGE);
    }

    private Finding finding(Status status, String message) {
        return Finding.of(status, PACKAGES, file(), message);
    }
}
