/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.List;
import java.util.Optional;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.cli.install.text.XmlText;
import org.sharedmailbox.config.InstallationLine;

/** Tells whether all mail that is in a processor gets to a mailet. */
final class MailetReach {
    private static final String ALL = "All";
    private static final String ENDS = "ToProcessor|Null|RemoteDelivery";

    private final XmlText xml;
    private final List<XmlElement> mailets;

    /**
     * @param mailets all of the processor, in their order
     */
    MailetReach(XmlText xml, List<XmlElement> mailets) {
        this.xml = xml;
        this.mailets = mailets;
    }

    /** Returns what keeps mail from one of the plugin's mailets; empty if nothing does. */
    Optional<Finding> problem(XmlElement mailet, InstallationLine line) {
        Optional<XmlElement> end =
                mailets.stream()
                        .takeWhile(other -> !other.equals(mailet))
                        .filter(MailetReach::isEnd)
                        .findFirst();
        if (end.isPresent()) {
            return Optional.of(
                    finding(
                            Status.MISSING,
                            mailet,
                            line.effectOfMissing()
                                    + ", as no mail gets past the mailet in line "
                                    + xml.lineOf(end.get())
                                    + "; move it in front of that"));
        }
        return isForAll(mailet)
                ? Optional.empty()
                : Optional.of(
                        finding(
                                        Status.DANGEROUS,
                                        mailet,
                                        "it does not see all mail, as its match is not All; write")
                                .adding(line.line()));
    }

    /** Decides whether no mail gets past it, by its name without a package. */
    private static boolean isEnd(XmlElement mailet) {
        String name = mailet.attribute("class").orElse("");
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return isForAll(mailet)
                && (simple.matches(ENDS)
                        || simple.equals("LocalDelivery") && isTrue(mailet, "consume", true)
                        || simple.equals("ToRepository") && !isTrue(mailet, "passThrough", false));
    }

    private static boolean isTrue(XmlElement mailet, String parameter, boolean byDefault) {
        return mailet.textAt(parameter).map(Values::isTrue).orElse(byDefault);
    }

    private static boolean isForAll(XmlElement mailet) {
        return mailet.attribute("match").map(String::trim).equals(Optional.of(ALL));
    }

    private static Finding finding(Status status, XmlElement mailet, String message) {
        String name = MailetCheck.code(mailet.attribute("class").orElseThrow());
        return Finding.of(status, name, "mailetcontainer.xml", message);
    }
}
