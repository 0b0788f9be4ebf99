/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All pages of the project: those in {@code docs/}, and those beside it. Immutable. */
final class Pages {
    private static final Path DOCS = Path.of("docs");

    private final Path project;
    private final Map<Path, Page> bySource = new TreeMap<>();

    private Pages(Path project) {
        this.project = project;
    }

    /**
     * @param project the folder that has {@code docs/}
     */
    static Pages of(Path project) throws IOException {
        Pages pages = new Pages(project);
        try (Stream<Path> beside = Files.list(project);
                Stream<Path> below = Files.walk(project.resolve(DOCS))) {
            Stream.concat(beside, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(project::relativize)
                    .filter(source -> !isBuilt(source))
                    .forEach(source -> pages.bySource.put(source, Page.read(project, source)));
        }
        return pages;
    }

    private static boolean isBuilt(Path source) {
        return source.startsWith(DOCS.resolve("target")) || source.startsWith(DOCS.resolve("src"));
    }

    Path project() {
        return project;
    }

    Collection<Page> all() {
        return bySource.values();
    }

    /** Returns the page that was written in that file of the project. */
    Optional<Page> at(Path source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /** Returns where the site has the page: its files lie as those in {@code docs/} do. */
    static Path output(Page page) {
        Path source = page.source();
        Path place =
                source.startsWith(DOCS)
                        ? DOCS.relativize(source)
                        : Path.of("project").resolve(source);
        String name = place.getFileName().toString().replaceFirst("\\.md$", ".html");
        boolean entry = name.equals("README.html") && source.startsWith(DOCS);
        return place.resolveSibling(entry ? "index.html" : name);
    }
}
