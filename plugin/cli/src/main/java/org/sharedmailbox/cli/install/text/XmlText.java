/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import java.util.Optional;

/** An XML file as text: its elements, and edits that keep everything else. Immutable. */
public final class XmlText {
    private static final String SELF_CLOSED = "/>";

    private final String text;
    private final Lines lines;
    private final XmlElement root;

    private XmlText(String text, XmlElement root) {
        this.text = text;
        this.lines = Lines.of(text);
        this.root = root;
    }

    /**
     * @param file its name, for messages
     * @param text its text, without a byte order mark
     * @throws RefusedException if it is not well-formed, with line and column
     */
    public static XmlText parse(String file, String text) {
        return new XmlText(text, XmlParser.parse(file, text));
    }

    public XmlElement root() {
        return root;
    }

    /** Returns whether an element is written exactly like that. */
    public boolean isWritten(XmlElement element, String exactly) {
        return text.substring(element.begin(), element.end()).equals(exactly);
    }

    public int lineOf(XmlElement element) {
        return lines.numberAt(element.begin());
    }

    /** Puts a line of its own behind the element's start tag, before all else in it. */
    public Edit insertFirstIn(XmlElement parent, String line) {
        if (parent.contentEnd() == parent.contentBegin() && isSelfClosed(parent)) {
            return Edit.replace(
                    parent.contentBegin() - 2,
                    parent.contentBegin(),
                    ">" + line + "</" + parent.name() + ">");
        }
        int position =
                Note.at(text, parent.contentBegin()).map(Note::end).orElse(parent.contentBegin());
        return Edit.insert(position, lines.ending() + indentationIn(parent) + line);
    }

    /** Puts a line of its own behind an element. */
    public Edit insertAfter(XmlElement element, String line) {
        return Edit.insert(
                element.end(), lines.ending() + lines.indentationAt(element.begin()) + line);
    }

    /** Replaces the text in an element, and notes behind the element what it was. */
    public Edit replaceText(XmlElement element, String replacement) {
        if (isSelfClosed(element)) {
            return Edit.replace(
                    element.contentBegin() - 2,
                    element.end(),
                    ">" + replacement + "</" + element.name() + ">" + Note.of(SELF_CLOSED));
        }
        String was = text.substring(element.contentBegin(), element.contentEnd());
        return Edit.replace(
                element.contentBegin(),
                element.end(),
                replacement
                        + text.substring(element.contentEnd(), element.end())
                        + (Note.at(text, element.end()).isPresent() ? "" : Note.of(was)));
    }

    /** Returns what {@link #replaceText} has replaced, if it has. */
    public Optional<Edit> restoreText(XmlElement element) {
        return Note.at(text, element.end())
                .map(
                        note ->
                                note.text().equals(SELF_CLOSED)
                                        ? Edit.replace(
                                                element.contentBegin() - 1, note.end(), SELF_CLOSED)
                                        : Edit.replace(
                                                element.contentBegin(),
                                                note.end(),
                                                note.text()
                                                        + text.substring(
                                                                element.contentEnd(),
                                                                element.end())));
    }

    /** Gives the element an attribute that it has not. */
    public Edit addAttribute(XmlElement element, String attribute, String value) {
        return Edit.insert(
                element.begin() + 1 + element.name().length(),
                " " + attribute + "=\"" + value + "\"");
    }

    /** Replaces the value of an attribute, and notes behind the start tag what it was. */
    public Edit replaceAttribute(XmlElement element, String attribute, String value) {
        Attribute old = attribute(element, attribute);
        return Edit.replace(
                old.valueBegin(),
                element.contentBegin(),
                value
                        + text.substring(old.valueEnd(), element.contentBegin())
                        + Note.of(text.substring(old.valueBegin(), old.valueEnd())));
    }

    /** Takes out an attribute, or puts back what {@link #replaceAttribute} has replaced. */
    public Edit removeAttribute(XmlElement element, String attribute) {
        Attribute old = attribute(element, attribute);
        return Note.at(text, element.contentBegin())
                .map(
                        note ->
                                Edit.replace(
                                        old.valueBegin(),
                                        note.end(),
                                        note.text()
                                                + text.substring(
                                                        old.valueEnd(), element.contentBegin())))
                .orElseGet(() -> Edit.remove(old.begin(), old.end()));
    }

    /** Takes out an element, with the blanks and the end of the line in front of it. */
    public Edit remove(XmlElement element, XmlElement parent) {
        return remove(element, element.end(), parent);
    }

    /** Takes out an element that {@link Note#ADDED} marks as added, if it does. */
    public Optional<Edit> removeIfAdded(XmlElement element, XmlElement parent) {
        return text.startsWith(Note.ADDED, element.end())
                ? Optional.of(remove(element, element.end() + Note.ADDED.length(), parent))
                : Optional.empty();
    }

    private Edit remove(XmlElement element, int end, XmlElement parent) {
        if (element.begin() == parent.contentBegin() && end == parent.contentEnd()) {
            return Edit.replace(parent.contentBegin() - 1, parent.end(), "/>");
        }
        return Edit.remove(lines.endOfLineBefore(element.begin()).orElse(element.begin()), end);
    }

    private Attribute attribute(XmlElement element, String attribute) {
        return Attribute.in(text, element.begin() + 1 + element.name().length(), attribute);
    }

    private boolean isSelfClosed(XmlElement element) {
        return text.startsWith("/>", element.contentBegin() - 2);
    }

    /** As its first child has, or a little more than it has itself. */
    private String indentationIn(XmlElement parent) {
        return parent.children().stream()
                .findFirst()
                .filter(child -> lines.endOfLineBefore(child.begin()).isPresent())
                .map(child -> lines.indentationAt(child.begin()))
                .orElseGet(() -> lines.indentationAt(parent.begin()) + "    ");
    }
}
