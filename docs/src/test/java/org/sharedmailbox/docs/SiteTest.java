/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site of a small project, with links that are right and wrong. */
class SiteTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"#]*)[^\"]*\"");

    @TempDir private Path project;
    @TempDir private Path site;

    @BeforeEach
    void write() throws IOException {
        put("docs/README.md", "# Welcome\n[set up](operator/set-up.md#the-first-line)\n");
        put(
                "docs/operator/set-up.md",
                "# Set it up\n\n## The `first` line\n\nAdd `<x/>` or <y>.\n\n"
                        + "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
                        + "![Plot](plot.svg) [sample](../sample) [all](../README.md)"
                        + " [settings](../../conf/all.properties) [security](../../SECURITY.md)"
                        + " [site](https://example.com/x)\n");
        put("docs/operator/plot.svg", "<svg/>");
        put("docs/sample/imapserver.xml", "<imapservers/>");
        put("docs/sample/jmx.properties", "# <on>\njmx.enabled=true\n");
        put("conf/all.properties", "#store.url=\n");
        put("docs/target/site/old.md", "# Built\n[gone](gone.md)\n");
        put("SECURITY.md", "# Security\n");
    }

    @Test
    void everyLinkOfTheSiteIsInTheSite() throws IOException {
        Site.write(Pages.of(project), site);

        Map<Path, String> files = html();
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        Path.of("index.html"),
                        Path.of("operator/set-up.html"),
                        Path.of("project/SECURITY.html"),
                        Path.of("files/docs/sample/index.html"),
                        Path.of("files/docs/sample/jmx.properties.html"),
                        Path.of("files/conf/all.properties.html"));
        files.forEach(
                (file, text) ->
                        assertThat(REFERENCE.matcher(text).results())
                                .allSatisfy(
                                        found -> {
                                            String href = found.group(1);
                                            if (!href.startsWith("https://example.com/")) {
                                                assertThat(site.resolve(file).resolveSibling(href))
                                                        .exists();
                                            }
                                        }));
        assertThat(site.resolve("files/docs/sample/imapserver.xml")).hasContent("<imapservers/>");
    }

    @Test
    void settingsAreShownOnAPageBecauseBrowsersDoNotShowThem() throws IOException {
        Site.write(Pages.of(project), site);

        assertThat(html().get(Path.of("operator/set-up.html")))
                .contains("<a href=\"../files/conf/all.properties.html\">settings</a>");
        assertThat(html().get(Path.of("files/docs/sample/index.html")))
                .contains("<a href=\"jmx.properties.html\">jmx.properties</a>");
        assertThat(html().get(Path.of("files/docs/sample/jmx.properties.html")))
                .contains("<pre># &lt;on&gt;\njmx.enabled=true\n</pre>");
        assertThat(site.resolve("files/conf/all.properties")).hasContent("#store.url=");
    }

    @Test
    void aPageThatIsGoneIsGoneFromTheSite() throws IOException {
        Site.write(Pages.of(project), site);
        Files.delete(project.resolve("SECURITY.md"));
        put("docs/operator/set-up.md", "# Set it up\n\n## The first line\n");

        Site.write(Pages.of(project), site);

        assertThat(html().keySet())
                .containsExactlyInAnyOrder(Path.of("index.html"), Path.of("operator/set-up.html"));
    }

    @Test
    void whatLooksLikeHtmlIsShownAndTablesAreTables() throws IOException {
        Site.write(Pages.of(project), site);

        assertThat(html().get(Path.of("operator/set-up.html")))
                .contains("<h2 id=\"the-first-line\">", "&lt;x/&gt;", "&lt;y&gt;", "<td>1</td>")
                .contains("<a href=\"../operator/set-up.html\" aria-current=\"page\">Set it up</a>")
                .doesNotContain("<y>");
    }

    @Test
    void linksThatLeadNowhereAreTold() throws IOException {
        put(
                "docs/wrong.md",
                "# Wrong\n[a](gone.md) [b](operator/set-up.md#second-line) ![c](plot.svg)"
                        + " [d](../../outside.md) [e](#here) [f](/etc/passwd)"
                        + " [g](operator/plot.svg#top) [h](#wrong)\n");
        Pages pages = Pages.of(project);
        Page wrong = pages.at(Path.of("docs/wrong.md")).orElseThrow();

        assertThat(
                        wrong.destinations().stream()
                                .map(written -> LinkTarget.of(pages, wrong, written).problem())
                                .flatMap(Optional::stream))
                .containsExactly(
                        "gone.md: there is no docs/gone.md",
                        "operator/set-up.md#second-line: no heading of docs/operator/set-up.md is"
                                + " called #second-line",
                        "plot.svg: there is no docs/plot.svg",
                        "../../outside.md is outside the project",
                        "#here: no heading of docs/wrong.md is called #here",
                        "/etc/passwd is outside the project",
                        "operator/plot.svg#top: no heading of docs/operator/plot.svg is called"
                                + " #top");
    }

    private Map<Path, String> html() throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .collect(Collectors.toMap(site::relativize, SiteTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
