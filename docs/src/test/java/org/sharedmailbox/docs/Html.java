/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.nio.file.Path;
import java.util.Map;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** Writes a page of the site. */
final class Html {
    private final Pages pages;
    private final Navigation navigation;

    Html(Pages pages) {
        this.pages = pages;
        this.navigation = new Navigation(pages);
    }

    String of(Page page) {
        String content =
                HtmlRenderer.builder()
                        .extensions(Page.EXTENSIONS)
                        // What looks like HTML in a page is configuration, to be shown.
                        .escapeHtml(true)
                        .attributeProviderFactory(context -> attributes(page))
                        .build()
                        .render(page.document());
        return document(Pages.output(page), page.title(), content);
    }

    private AttributeProvider attributes(Page page) {
        return (Node node, String tag, Map<String, String> attributes) -> {
            page.anchorOf(node).ifPresent(id -> attributes.put("id", id));
            if (node instanceof Link && tag.equals("a")) {
                attributes.computeIfPresent(
                        "href", (name, written) -> LinkTarget.of(pages, page, written).href());
            } else if (node instanceof Image && tag.equals("img")) {
                attributes.computeIfPresent(
                        "src", (name, written) -> LinkTarget.of(pages, page, written).href());
            }
        };
    }

    /**
     * @param output where the site has it
     * @param content HTML
     */
    String document(Path output, String title, String content) {
        Path root = up(output);
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>"
                + escape(title)
                + "</title>\n<link rel=\"stylesheet\" href=\""
                + root.resolve("site.css")
                + "\">\n</head>\n<body>\n<nav>\n"
                + navigation.html(output, root)
                + "</nav>\n<main>\n"
                + content
                + "</main>\n</body>\n</html>\n";
    }

    /** Returns the way from a page to the root of the site. */
    private static Path up(Path output) {
        Path root = Path.of("");
        for (int depth = 1; depth < output.getNameCount(); depth++) {
            root = root.resolve("..");
        }
        return root;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
