/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** A Markdown file of the project. Immutable. */
final class Page {
    static final List<TablesExtension> EXTENSIONS =
            List.of((TablesExtension) TablesExtension.create());

    private final Path source;
    private final Node document;
    private final IdentityHashMap<Node, String> anchors = new IdentityHashMap<>();
    private final List<String> destinations = new ArrayList<>();
    private String title = "";

    private Page(Path source, Node document) {
        this.source = source;
        this.document = document;
    }

    /**
     * @param source relative to the project
     */
    static Page read(Path project, Path source) {
        try {
            String text = Files.readString(project.resolve(source));
            Page page =
                    new Page(source, Parser.builder().extensions(EXTENSIONS).build().parse(text));
            page.document.accept(page.new Reader());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file, relative to the project. */
    Path source() {
        return source;
    }

    Node document() {
        return document;
    }

    /** Returns the text of the first heading of the first level; empty if there is none. */
    String title() {
        return title;
    }

    /** Returns what that heading is called in links, as GitHub has it; empty if it is none. */
    Optional<String> anchorOf(Node heading) {
        return Optional.ofNullable(anchors.get(heading));
    }

    /** Returns whether a heading is called so in links. */
    boolean has(String anchor) {
        return anchors.values().stream().anyMatch(anchor::equals);
    }

    /** Returns where the links and images of the page lead, as they are written. */
    List<String> destinations() {
        return destinations;
    }

    @Override
    public String toString() {
        return source.toString();
    }

    private final class Reader extends AbstractVisitor {
        private final IdGenerator ids = IdGenerator.builder().build();

        @Override
        public void visit(Heading heading) {
            String text = TextContentRenderer.builder().build().render(heading).strip();
            if (heading.getLevel() == 1 && title.isEmpty()) {
                title = text.replace("\"", "");
            }
            anchors.put(heading, ids.generateId(text.replace("\"", "")));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            destinations.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            destinations.add(image.getDestination());
            visitChildren(image);
        }
    }
}
