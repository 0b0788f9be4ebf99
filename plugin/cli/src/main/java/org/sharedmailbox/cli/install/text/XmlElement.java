/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An element, and where in the text its tags are. */
public final class XmlElement {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();
    private final int begin;
    private final int contentBegin;
    private int contentEnd;
    private int end;

    /**
     * @param begin where its start tag begins
     * @param contentBegin where its start tag has ended
     */
    XmlElement(String name, int begin, int contentBegin) {
        this.name = name;
        this.begin = begin;
        this.contentBegin = contentBegin;
        this.contentEnd = contentBegin;
        this.end = contentBegin;
    }

    void attribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void child(XmlElement child) {
        children.add(child);
    }

    void text(String text) {
        content.append(text);
    }

    void endsAt(int endTag, int afterwards) {
        contentEnd = endTag;
        end = afterwards;
    }

    public String name() {
        return name;
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** Returns its own text, without blanks around. */
    public String text() {
        return content.toString().trim();
    }

    public List<XmlElement> children(String wanted) {
        return children.stream()
                .filter(child -> child.name.equals(wanted))
                .collect(Collectors.toUnmodifiableList());
    }

    public Optional<XmlElement> child(String wanted) {
        return children(wanted).stream().findFirst();
    }

    /** Returns the text of an element below, which is named by the path to it. */
    public Optional<String> textAt(String... path) {
        Optional<XmlElement> found = Optional.of(this);
        for (String step : path) {
            found = found.flatMap(element -> element.child(step));
        }
        return found.map(XmlElement::text);
    }

    /** Returns this element and all below. */
    public Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    List<XmlElement> children() {
        return children;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public int begin() {
        return begin;
    }

    public int contentBegin() {
        return contentBegin;
    }

    int contentEnd() {
        return contentEnd;
    }

    public int end() {
        return end;
    }
}
