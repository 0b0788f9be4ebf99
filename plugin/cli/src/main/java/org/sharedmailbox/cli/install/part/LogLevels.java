/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sharedmailbox.cli.install.text.XmlElement;

/** From which level on a configuration of Logback lets lines into the log. Immutable. */
final class LogLevels {
    static final String LOGGER = "logger";
    static final String ROOT = "root";

    /** Logback's own, where the root has none. */
    private static final String DEFAULT = "DEBUG";

    private static final String WITH_INFO = "INFO|DEBUG|TRACE|ALL";
    private static final String ELSEWHERE = "include|if|condition";
    private static final String OF_THE_PARENT = "INHERITED|NULL";

    private final XmlElement configuration;

    LogLevels(XmlElement configuration) {
        this.configuration = configuration;
    }

    /** Returns what is written about that logger itself; the last one, as for Logback. */
    Optional<XmlElement> logger(String name) {
        return configuration.children(LOGGER).stream()
                .filter(logger -> logger.attribute("name").equals(Optional.of(name)))
                .reduce((earlier, later) -> later);
    }

    /** Returns whether it is known that lines of level INFO get into the log. */
    boolean haveInfo(String name) {
        return of(name).matches(WITH_INFO);
    }

    /** Returns whether nothing decides that is not known here: a variable, another file. */
    boolean areKnown(String name) {
        return !of(name).contains("${")
                && configuration.all().map(XmlElement::name).allMatch(LogLevels::isReadHere);
    }

    /** Logback takes names in any case, which is rare enough to be left to people. */
    private static boolean isReadHere(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.matches(ELSEWHERE)
                && (name.equals(lower) || !lower.matches(LOGGER + "|" + ROOT + "|level"));
    }

    /** Returns the level of a logger, its own or that of the nearest one above. */
    String of(String name) {
        Optional<String> own = logger(name).flatMap(LogLevels::written);
        if (own.isPresent()) {
            return own.get();
        }
        int parent = name.lastIndexOf('.');
        return parent < 0 ? ofRoot() : of(name.substring(0, parent));
    }

    private String ofRoot() {
        return configuration.children(ROOT).stream()
                .flatMap(root -> written(root).stream())
                .reduce((earlier, later) -> later)
                .orElse(DEFAULT);
    }

    /** As an attribute, or in an element as in old files. */
    private static Optional<String> written(XmlElement logger) {
        return Stream.concat(
                        logger.attribute("level").stream(),
                        logger.children("level").stream()
                                .flatMap(level -> level.attribute("value").stream()))
                .map(level -> level.trim().toUpperCase(Locale.ROOT))
                .filter(level -> !level.matches(OF_THE_PARENT))
                .findFirst();
    }
}
