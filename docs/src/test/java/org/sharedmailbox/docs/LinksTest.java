/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of the project's pages leads somewhere. */
class LinksTest {
    private static final Path PROJECT = Path.of("..");

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Page page) throws IOException {
        Pages all = Pages.of(PROJECT);

        assertThat(
                        page.destinations().stream()
                                .map(written -> LinkTarget.of(all, page, written).problem())
                                .flatMap(Optional::stream))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageHasATitle(Page page) {
        assertThat(page.title()).isNotEmpty();
    }

    static Stream<Page> pages() throws IOException {
        return Pages.of(PROJECT).all().stream();
    }
}
