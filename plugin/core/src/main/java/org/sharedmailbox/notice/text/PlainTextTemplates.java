/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheNotFoundException;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/** Mustache templates for plain text, by name; they include each other, and no other files. */
final class PlainTextTemplates extends DefaultMustacheFactory {
    private final ImmutableMap<String, String> sources;

    /**
     * @param sources the templates' names, with the extension, and texts
     */
    PlainTextTemplates(Map<String, String> sources) {
        this.sources = ImmutableMap.copyOf(sources);
    }

    /**
     * Returns the compiled template.
     *
     * @throws MustacheException if it, or one that it includes, is none
     */
    Mustache template(String name) {
        return compile(name);
    }

    static String fill(Mustache template, Map<String, Object> values) {
        return template.execute(new StringWriter(), values).toString();
    }

    @Override
    public Reader getReader(String name) {
        String source = sources.get(name);
        if (source == null) {
            throw new MustacheNotFoundException(name);
        }
        return new StringReader(source);
    }

    /** Plain text has nothing to escape. */
    @Override
    public void encode(String value, Writer writer) {
        try {
            writer.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
