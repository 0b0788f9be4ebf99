/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's pages as HTML that needs no network and no server. */
public final class Site {
    private final Pages pages;
    private final Html html;
    private final Path folder;

    private Site(Pages pages, Path folder) {
        this.pages = pages;
        this.html = new Html(pages);
        this.folder = folder;
    }

    /**
     * Writes the site.
     *
     * @param arguments the folder of the project, and the one to write to
     */
    public static void main(String[] arguments) throws IOException {
        write(Pages.of(Path.of(arguments[0])), Path.of(arguments[1]));
    }

    static void write(Pages pages, Path folder) throws IOException {
        new Site(pages, folder).write();
    }

    private void write() throws IOException {
        removeEarlier();
        Set<Path> copied = new TreeSet<>();
        for (Page page : pages.all()) {
            write(Pages.output(page), html.of(page));
            page.destinations().stream()
                    .map(written -> LinkTarget.of(pages, page, written))
                    .map(LinkTarget::copied)
                    .flatMap(Optional::stream)
                    .forEach(copied::add);
        }
        for (Path file : copied) {
            copy(file);
        }
        try (InputStream css = Site.class.getResourceAsStream("/site.css")) {
            Files.copy(css, folder.resolve("site.css"));
        }
    }

    /** A page that is gone is to be gone from the site. */
    private void removeEarlier() throws IOException {
        if (Files.isDirectory(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> files = Files.walk(folder)) {
                deepestFirst = files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            }
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
        Files.createDirectories(folder);
    }

    private void copy(Path file) throws IOException {
        Path original = pages.project().resolve(file);
        Path copy = LinkTarget.copyOf(file);
        if (!Files.isDirectory(original)) {
            write(copy, Files.readAllBytes(original));
            show(file, copy);
            return;
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(original)) {
            files = listed.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
        for (Path one : files) {
            copy(pages.project().relativize(one));
        }
        write(copy.resolve("index.html"), listing(copy, file, files));
    }

    /** Writes a page with the text of a file that browsers do not show. */
    private void show(Path file, Path copy) throws IOException {
        Path page = LinkTarget.shown(copy);
        if (!page.equals(copy)) {
            String text = Files.readString(pages.project().resolve(file));
            String name = Html.escape(file.getFileName().toString());
            write(
                    page,
                    html.document(
                            page,
                            file.getFileName().toString(),
                            "<h1>" + name + "</h1>\n<pre>" + Html.escape(text) + "</pre>\n"));
        }
    }

    private String listing(Path copy, Path directory, List<Path> files) {
        String items =
                files.stream()
                        .map(one -> LinkTarget.shown(one.getFileName()))
                        .map(Path::toString)
                        .map(Html::escape)
                        .map(
                                name ->
                                        "<li><a href=\""
                                                + name
                                                + "\">"
                                                + name.replaceFirst("\\.html$", "")
                                                + "</a></li>\n")
                        .collect(Collectors.joining());
        String title = directory.toString().replace('\\', '/');
        return html.document(
                copy.resolve("index.html"),
                title,
                "<h1>" + Html.escape(title) + "</h1>\n<ul>\n" + items + "</ul>\n");
    }

    private void write(Path output, String text) throws IOException {
        write(output, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(Path output, byte[] octets) throws IOException {
        Path file = folder.resolve(output);
        Files.createDirectories(file.getParent());
        Files.write(file, octets);
    }
}
