/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.ConfigurationProvider;

/** What {@code mailetcontainer.xml} says of the plugin's mailets. Immutable. */
final class InstalledMailets {
    private final RootMailets root;

    private InstalledMailets(RootMailets root) {
        this.root = root;
    }

    static InstalledMailets read(ConfigurationProvider xml) throws ConfigurationException {
        return new InstalledMailets(
                new RootMailets(
                        xml
                                .getConfiguration("mailetcontainer")
                                .configurationsAt("processors.processor")
                                .stream()
                                .filter(processor -> "root".equals(processor.getString("[@state]")))
                                // Of several James takes the last one.
                                .reduce((earlier, later) -> later)
                                .map(InstalledMailets::mailets)
                                .orElse(ImmutableList.of())));
    }

    private static List<ConfiguredMailet> mailets(HierarchicalConfiguration<ImmutableNode> root) {
        return root.configurationsAt("mailet").stream()
                .map(
                        mailet ->
                                ConfiguredMailet.of(
                                        name -> text(mailet, "[@" + name + "]"),
                                        name -> text(mailet, name)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<String> text(
            HierarchicalConfiguration<ImmutableNode> parent, String key) {
        return Optional.ofNullable(parent.getString(key));
    }

    /** Returns what is wrong with the line, and what to do; empty if nothing is. */
    Optional<String> fault(InstallationLine line) {
        MailetPlace place = root.placeOf(line);
        switch (place.kind()) {
            case RIGHT:
                return Optional.empty();
            case UNREACHED:
                return Optional.of(
                        misplaced(
                                line,
                                "no mail gets past " + root.get(place.obstacle().getAsInt())));
            case BYPASSED:
                return Optional.of(
                        misplaced(
                                line,
                                "some mail gets no further than "
                                        + root.get(place.obstacle().getAsInt())));
            case NOT_FOR_ALL:
                return Optional.of(
                        String.format(
                                "conf/%s has a line that does not see all mail, so %s. In place of"
                                        + " %s write, %s: %s",
                                line.file(),
                                line.effectOfMissing(),
                                root.get(place.index().getAsInt()),
                                line.place(),
                                line.line()));
            case MISSING:
            case BEFORE_SENDER:
            default:
                return Optional.of(line.message());
        }
    }

    private static String misplaced(InstallationLine line, String reason) {
        return String.format(
                "conf/%s has a line in the wrong place, so %s: %s. Move it in front of that, %s:"
                        + " %s",
                line.file(), line.effectOfMissing(), reason, line.place(), line.line());
    }
}
