/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.Optional;
import java.util.function.Function;
import org.sharedmailbox.cli.install.text.Edit;
import org.sharedmailbox.cli.install.text.RefusedException;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.cli.install.text.XmlText;
import org.sharedmailbox.config.Values;

/** What is needed in an XML file, which is edited step by step, and read again after each. */
abstract class XmlPart implements ConfigurationPart {
    /** Far more than a configuration needs. */
    private static final int MAX_EDITS = 1000;

    private final String file;
    private final String root;

    /**
     * @param root the name of its root element
     */
    XmlPart(String file, String root) {
        this.file = file;
        this.root = root;
    }

    @Override
    public final String file() {
        return file;
    }

    @Override
    public Absence absence() {
        return Absence.MISSED;
    }

    @Override
    public final String installed(String text) {
        return edited(text, this::nextAddition);
    }

    @Override
    public final String removed(String text) {
        return edited(text, this::nextRemoval);
    }

    /** Returns what is to be added next; empty if nothing is missing. */
    abstract Optional<Edit> nextAddition(XmlText xml);

    /** Returns what is to be taken out next; empty if nothing of ours is left. */
    abstract Optional<Edit> nextRemoval(XmlText xml);

    final XmlText parse(String text) {
        XmlText xml = XmlText.parse(file, text);
        if (!xml.root().name().equals(root)) {
            throw new RefusedException(
                    String.format(
                            "%s begins with <%s> in place of <%s>: put the file of James there",
                            file, xml.root().name(), root));
        }
        return xml;
    }

    /** Returns that nothing is enabled to which the plugin could be added; empty if there is. */
    final Optional<Finding> nothingEnabled(XmlText xml, String server) {
        return xml.root().children(server).stream().anyMatch(XmlPart::isEnabled)
                ? Optional.empty()
                : Optional.of(
                        Finding.of(
                                        Status.MISSING,
                                        server,
                                        file,
                                        String.format(
                                                "no <%s> is enabled, so this James lacks what the"
                                                        + " plugin extends; enable one",
                                                server))
                                .at(xml.lineOf(xml.root())));
    }

    static boolean isEnabled(XmlElement server) {
        return server.attribute("enabled").map(Values::isTrue).orElse(true);
    }

    private String edited(String text, Function<XmlText, Optional<Edit>> next) {
        String result = text;
        Optional<Edit> edit = next.apply(parse(result));
        for (int edits = 0; edit.isPresent(); edits++) {
            if (edits > MAX_EDITS) {
                throw new RefusedException(
                        file + " is more than can be edited here: add the lines by hand");
            }
            result = edit.get().applyTo(result);
            edit = next.apply(parse(result));
        }
        return result;
    }
}
