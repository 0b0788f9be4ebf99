/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import static org.sharedmailbox.config.InstallationLine.Names.DELEGATED_SENDER;
import static org.sharedmailbox.config.InstallationLine.Names.SHARED_SENT_COPY;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.cli.install.text.Edit;
import org.sharedmailbox.cli.install.text.RefusedException;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.cli.install.text.XmlText;
import org.sharedmailbox.config.InstallationLine;

/** {@code mailetcontainer.xml}: the two mailets at the beginning of the processor {@code root}. */
final class RootProcessor extends XmlPart {
    RootProcessor() {
        super("mailetcontainer.xml", "mailetcontainer");
    }

    @Override
    public List<Finding> check(String text) {
        XmlText xml = parse(text);
        Optional<XmlElement> root = root(xml);
        return new MailetCheck(file(), xml, root, mailets(root).collect(Collectors.toList()))
                .findings();
    }

    @Override
    Optional<Edit> nextAddition(XmlText xml) {
        XmlElement root =
                root(xml)
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                file()
                                                        + " has no <processor state=\"root\">, so"
                                                        + " there is no place for the plugin's"
                                                        + " mailets"));
        Optional<XmlElement> sender = mailet(Optional.of(root), DELEGATED_SENDER);
        if (sender.isEmpty()) {
            return Optional.of(
                    xml.insertFirstIn(root, InstallationLine.naming(DELEGATED_SENDER).line()));
        }
        Optional<XmlElement> copy = last(Optional.of(root), SHARED_SENT_COPY);
        if (isBefore(copy, sender)) {
            throw new RefusedException(
                    file()
                            + ", line "
                            + xml.lineOf(copy.orElseThrow())
                            + ": move SharedSentCopy behind DelegatedSender, or copies are filed as"
                            + " nobody receives them");
        }
        return copy.isPresent()
                ? Optional.empty()
                : sender.map(
                        mailet ->
                                xml.insertAfter(
                                        mailet, InstallationLine.naming(SHARED_SENT_COPY).line()));
    }

    static List<String> ours() {
        return List.of(DELEGATED_SENDER, SHARED_SENT_COPY);
    }

    private static boolean isBefore(Optional<XmlElement> one, Optional<XmlElement> other) {
        return one.isPresent() && other.isPresent() && one.get().begin() < other.get().begin();
    }

    @Override
    Optional<Edit> nextRemoval(XmlText xml) {
        // The last one first: each leaves what is in front of it as it was.
        return root(xml)
                .flatMap(
                        root ->
                                mailets(Optional.of(root))
                                        .filter(mailet -> ours().contains(name(mailet)))
                                        .reduce((earlier, later) -> later)
                                        .map(mailet -> xml.remove(mailet, root)));
    }

    private static Optional<XmlElement> root(XmlText xml) {
        return xml.root().children("processors").stream()
                .flatMap(processors -> processors.children("processor").stream())
                .filter(processor -> processor.attribute("state").equals(Optional.of("root")))
                // Of several James takes the last one.
                .reduce((earlier, later) -> later);
    }

    private static Stream<XmlElement> mailets(Optional<XmlElement> root) {
        return root.stream().flatMap(processor -> processor.children("mailet").stream());
    }

    private static Optional<XmlElement> mailet(Optional<XmlElement> root, String name) {
        return mailets(root).filter(mailet -> name(mailet).equals(name)).findFirst();
    }

    private static Optional<XmlElement> last(Optional<XmlElement> root, String name) {
        return mailets(root)
                .filter(mailet -> name(mailet).equals(name))
                .reduce((earlier, later) -> later);
    }

    static String name(XmlElement mailet) {
        return mailet.attribute("class").orElse("");
    }
}
