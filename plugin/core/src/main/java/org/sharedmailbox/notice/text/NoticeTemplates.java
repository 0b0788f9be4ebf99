/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.github.mustachejava.Mustache;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sharedmailbox.delegation.NoticeKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The templates of the notices. Where the operator has a file of the right name, it replaces the
 * built-in one; a file that cannot be used is logged, and the built-in one is used. Immutable.
 */
public final class NoticeTemplates {
    private static final Logger LOGGER = LoggerFactory.getLogger(NoticeTemplates.class);
    private static final String SUBJECT = "Subject:";

    /** Included by others; has no subject. */
    private static final String ACCESS = "access.txt";

    private static final ImmutableMap<NoticeKind, String> FILES =
            ImmutableMap.<NoticeKind, String>builder()
                    .put(NoticeKind.GRANTED, "granted.txt")
                    .put(NoticeKind.CHANGED, "changed.txt")
                    .put(NoticeKind.SUSPENDED, "changed.txt")
                    .put(NoticeKind.RESUMED, "changed.txt")
                    .put(NoticeKind.ENDING, "ending.txt")
                    .put(NoticeKind.ENDED, "ended.txt")
                    .put(NoticeKind.EXPIRED, "ended.txt")
                    .build();

    private final ImmutableMap<String, Mustache> templates;

    private NoticeTemplates(Map<String, Mustache> templates) {
        this.templates = ImmutableMap.copyOf(templates);
    }

    /**
     * Reads the templates.
     *
     * @param folder the operator's
     */
    public static NoticeTemplates read(Optional<Path> folder, NoticeLanguage language) {
        TemplateFiles files = new TemplateFiles(folder, language);
        files.missingFolder()
                .ifPresent(
                        path ->
                                LOGGER.error(
                                        "notices.folder: there is no folder {}; the built-in texts"
                                                + " are used",
                                        path));
        Map<String, String> sources = new HashMap<>();
        for (String name : names()) {
            sources.put(name, files.builtIn(name));
        }
        for (String name : names()) {
            useOperators(name, files, sources);
        }
        PlainTextTemplates compiled = new PlainTextTemplates(sources);
        Map<String, Mustache> templates = new HashMap<>();
        names().forEach(name -> templates.put(name, compiled.template(name)));
        return new NoticeTemplates(templates);
    }

    /** Returns the names of all files; one that others include comes before them. */
    private static ImmutableList<String> names() {
        return ImmutableList.<String>builder()
                .add(ACCESS)
                .addAll(FILES.values().stream().distinct().iterator())
                .build();
    }

    private static void useOperators(
            String name, TemplateFiles files, Map<String, String> sources) {
        try {
            Optional<String> source = files.ofOperator(name);
            if (source.isPresent()) {
                Map<String, String> tried = new HashMap<>(sources);
                tried.put(name, source.get());
                check(name, new PlainTextTemplates(tried).template(name));
                sources.put(name, source.get());
            }
        } catch (RuntimeException e) {
            LOGGER.error(
                    "notices.folder: {} cannot be used, and the built-in text is sent instead: {}",
                    name,
                    e.getMessage());
        }
    }

    private static void check(String name, Mustache template) {
        String text = PlainTextTemplates.fill(template, ImmutableMap.of());
        if (!name.equals(ACCESS)) {
            parse(text);
        }
    }

    /** Returns what the template of that kind makes of the values. */
    NoticeText fill(NoticeKind kind, Map<String, Object> values) {
        Mustache template = templates.get(FILES.get(kind));
        if (template == null) {
            throw new IllegalStateException("No template for " + kind);
        }
        return parse(PlainTextTemplates.fill(template, values));
    }

    /** Sections that are left out leave their empty lines. */
    private static String paragraphs(String text) {
        return text.replaceAll("\n{3,}", "\n\n").trim() + "\n";
    }

    private static NoticeText parse(String filled) {
        String text = filled.replace("\r\n", "\n");
        int end = text.indexOf('\n');
        checkArgument(
                end > 0 && text.startsWith(SUBJECT), "it must begin with a line '%s …'", SUBJECT);
        String subject =
                CharMatcher.javaIsoControl()
                        .replaceFrom(text.substring(SUBJECT.length(), end), ' ');
        return NoticeText.of(subject.trim(), paragraphs(text.substring(end)));
    }
}
