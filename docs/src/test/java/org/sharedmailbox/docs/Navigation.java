/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The list of all pages at the side of each: a folder of {@code docs/} is a section. */
final class Navigation {
    /** In the order in which people need them; others follow by their names. */
    private static final List<String> ORDER =
            List.of("", "operator", "administrator", "member", "reference", "contributor", "adr");

    private final Map<String, List<Page>> sections = new TreeMap<>(byPlaceInOrder());

    Navigation(Pages pages) {
        for (Page page : pages.all()) {
            Path output = Pages.output(page);
            String section = output.getNameCount() == 1 ? "" : output.getName(0).toString();
            sections.computeIfAbsent(section, any -> new ArrayList<>()).add(page);
        }
    }

    private static Comparator<String> byPlaceInOrder() {
        return Comparator.<String>comparingInt(
                        section -> ORDER.contains(section) ? ORDER.indexOf(section) : ORDER.size())
                .thenComparing(Comparator.naturalOrder());
    }

    /**
     * @param current where the site has the page at whose side it is
     * @param root the way from there to the root of the site
     */
    String html(Path current, Path root) {
        StringBuilder html = new StringBuilder();
        sections.forEach(
                (section, members) -> {
                    if (!section.isEmpty()) {
                        html.append("<h2>").append(Html.escape(section)).append("</h2>\n");
                    }
                    html.append("<ul>\n");
                    members.forEach(page -> html.append(item(page, current, root)));
                    html.append("</ul>\n");
                });
        return html.toString();
    }

    private static String item(Page page, Path current, Path root) {
        Path output = Pages.output(page);
        return "<li><a href=\""
                + root.resolve(output)
                + "\""
                + (output.equals(current) ? " aria-current=\"page\"" : "")
                + ">"
                + Html.escape(page.title())
                + "</a></li>\n";
    }
}
