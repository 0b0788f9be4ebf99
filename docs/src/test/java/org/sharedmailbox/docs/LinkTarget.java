/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a link or an image of a page leads to. Immutable. */
final class LinkTarget {
    private static final Pattern ELSEWHERE = Pattern.compile("(https?|mailto):.+");

    /** Where the site has files of the project that are no pages. */
    private static final Path FILES = Path.of("files");

    private final Pages pages;
    private final Page from;
    private final String written;
    private final Path file;
    private final String anchor;

    private LinkTarget(Pages pages, Page from, String written) {
        this.pages = pages;
        this.from = from;
        this.written = written;
        int hash = written.indexOf('#');
        String path = hash < 0 ? written : written.substring(0, hash);
        this.anchor = hash < 0 ? "" : written.substring(hash + 1);
        this.file = path.isEmpty() ? from.source() : from.source().resolveSibling(path).normalize();
    }

    /**
     * @param written as the page has it
     */
    static LinkTarget of(Pages pages, Page from, String written) {
        return new LinkTarget(pages, from, written);
    }

    /** Returns whether it is no file of the project. */
    boolean isElsewhere() {
        return ELSEWHERE.matcher(written).matches();
    }

    /** Returns what is wrong with the link; empty if nothing is. */
    Optional<String> problem() {
        if (isElsewhere()) {
            return Optional.empty();
        }
        if (file.startsWith("..") || file.isAbsolute()) {
            return Optional.of(written + " is outside the project");
        }
        if (!Files.exists(pages.project().resolve(file))) {
            return Optional.of(written + ": there is no " + file);
        }
        if (anchor.isEmpty()) {
            return Optional.empty();
        }
        return page().filter(page -> page.has(anchor)).isPresent()
                ? Optional.empty()
                : Optional.of(written + ": no heading of " + file + " is called #" + anchor);
    }

    /** Returns the page; empty if it is a file of another kind, or a folder without a page. */
    private Optional<Page> page() {
        return pages.at(file).or(() -> pages.at(file.resolve("README.md")));
    }

    /** Returns the file or folder of the project to be copied for this link; empty if none is. */
    Optional<Path> copied() {
        return isElsewhere() || page().isPresent() ? Optional.empty() : Optional.of(file);
    }

    /** Returns where the site has that file or folder of the project. */
    static Path copyOf(Path file) {
        return FILES.resolve(file);
    }

    /**
     * Returns where the site shows that file. Browsers keep settings for download, so there is a
     * page beside them.
     *
     * @param copy where the site has it
     */
    static Path shown(Path copy) {
        String name = copy.getFileName().toString();
        return name.endsWith(".properties") ? copy.resolveSibling(name + ".html") : copy;
    }

    /** Returns what the site has in place of what is written. */
    String href() {
        if (isElsewhere()) {
            return written;
        }
        Path here = Optional.ofNullable(Pages.output(from).getParent()).orElse(Path.of(""));
        Path there =
                page().map(Pages::output)
                        .orElseGet(
                                () ->
                                        Files.isDirectory(pages.project().resolve(file))
                                                ? copyOf(file).resolve("index.html")
                                                : shown(copyOf(file)));
        return here.relativize(there) + (anchor.isEmpty() ? "" : "#" + anchor);
    }
}
