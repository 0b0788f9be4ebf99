/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.cli.install.text.XmlText;
import org.sharedmailbox.config.ConfiguredMailet;
import org.sharedmailbox.config.InstallationLine;
import org.sharedmailbox.config.MailetPlace;
import org.sharedmailbox.config.RootMailets;

/** Tells whether all mail that is in the processor {@code root} gets to a mailet, as a finding. */
final class MailetReach {
    private final XmlText xml;
    private final Optional<XmlElement> root;
    private final List<XmlElement> mailets;

    /**
     * @param mailets all of the processor, in their order
     */
    MailetReach(XmlText xml, Optional<XmlElement> root, List<XmlElement> mailets) {
        this.xml = xml;
        this.root = root;
        this.mailets = mailets;
    }

    /** Returns how it is with the plugin's mailet that the line names. */
    Finding finding(String name, InstallationLine line) {
        MailetPlace place = new RootMailets(configured()).placeOf(line);
        Finding finding = finding(place, name, line);
        return (place.index().isPresent()
                        ? Optional.of(mailets.get(place.index().getAsInt()))
                        : root)
                .map(xml::lineOf)
                .map(finding::at)
                .orElse(finding);
    }

    private Finding finding(MailetPlace place, String name, InstallationLine line) {
        switch (place.kind()) {
            case RIGHT:
                return finding(Status.OK, name, line.line());
            case UNREACHED:
                return misplaced(place, name, line, "no mail gets past");
            case BYPASSED:
                return misplaced(place, name, line, "some mail gets no further than");
            case NOT_FOR_ALL:
                return finding(
                                Status.DANGEROUS,
                                name,
                                "it does not see all mail, as its match is not All; write")
                        .adding(line.line());
            case MISSING:
            case BEFORE_SENDER:
            default:
                return finding(
                                Status.MISSING,
                                name,
                                line.effectOfMissing() + "; add " + line.place())
                        .adding(line.line());
        }
    }

    private Finding misplaced(
            MailetPlace place, String name, InstallationLine line, String reason) {
        return finding(
                Status.MISSING,
                name,
                String.format(
                        "%s, as %s the mailet in line %d; move it in front of that",
                        line.effectOfMissing(),
                        reason,
                        xml.lineOf(mailets.get(place.obstacle().getAsInt()))));
    }

    private List<ConfiguredMailet> configured() {
        return mailets.stream()
                .map(mailet -> ConfiguredMailet.of(mailet::attribute, mailet::textAt))
                .collect(Collectors.toUnmodifiableList());
    }

    private static Finding finding(Status status, String name, String message) {
        return Finding.of(status, MailetCheck.code(name), "mailetcontainer.xml", message);
    }
}
