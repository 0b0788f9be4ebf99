/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.cli.install.text.XmlText;
import org.sharedmailbox.config.InstallationLine;

/** Looks for the plugin's mailets, and at whether all mail gets to them. */
final class MailetCheck {
    private static final String PACKAGE = "org.sharedmailbox.mailet.";

    private final String file;
    private final XmlText xml;
    private final Optional<XmlElement> root;
    private final List<XmlElement> mailets;

    /**
     * @param root the processor in which they have to be
     * @param mailets all that it has, in their order
     */
    MailetCheck(String file, XmlText xml, Optional<XmlElement> root, List<XmlElement> mailets) {
        this.file = file;
        this.xml = xml;
        this.root = root;
        this.mailets = mailets;
    }

    List<Finding> findings() {
        return Stream.concat(
                        RootProcessor.ours().stream().map(this::check),
                        xml.root()
                                .all()
                                .filter(element -> element.name().equals("mailet"))
                                .filter(mailet -> !mailets.contains(mailet))
                                .flatMap(mailet -> misspelt(mailet).stream()))
                .collect(Collectors.toUnmodifiableList());
    }

    private Finding check(String name) {
        InstallationLine line = InstallationLine.naming(name);
        Optional<Finding> misspelt =
                mailets.stream()
                        .filter(
                                mailet ->
                                        Spelling.meant(
                                                        RootProcessor.name(mailet),
                                                        RootProcessor.ours())
                                                .equals(Optional.of(name)))
                        .findFirst()
                        .flatMap(this::misspelt);
        if (misspelt.isPresent()) {
            return misspelt.get();
        }
        return new MailetReach(xml, root, mailets).finding(name, line);
    }

    private Optional<Finding> misspelt(XmlElement mailet) {
        String written = RootProcessor.name(mailet);
        return Spelling.meant(written, RootProcessor.ours())
                .map(
                        meant ->
                                finding(
                                                Status.MISSPELT,
                                                meant,
                                                "James does not start; in place of "
                                                        + written
                                                        + " write")
                                        .adding(InstallationLine.naming(meant).line())
                                        .at(xml.lineOf(mailet)));
    }

    private Finding finding(Status status, String name, String message) {
        return Finding.of(status, code(name), file, message);
    }

    /** Returns the name without its package. */
    static String code(String name) {
        return name.substring(PACKAGE.length());
    }
}
