/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a text with the JDK's parser, and puts down where each tag is. */
final class XmlParser {
    private final String file;
    private final String text;
    private final TagScanner tags;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private @Nullable XmlElement root;

    private XmlParser(String file, String text) {
        this.file = file;
        this.text = text;
        this.tags = new TagScanner(text);
    }

    /**
     * Returns the root element.
     *
     * @param text without a byte order mark
     * @throws RefusedException if it is not well-formed, or has a DOCTYPE
     */
    static XmlElement parse(String file, String text) {
        return new XmlParser(file, text).parse();
    }

    private XmlElement parse() {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            requireEncoding(reader.getCharacterEncodingScheme());
            while (reader.hasNext()) {
                take(reader.next(), reader);
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        if (root == null) {
            throw new RefusedException(file + " is empty: put the file of James there");
        }
        return root;
    }

    /** A text is no longer encoded, so the parser does not look at what it says. */
    private void requireEncoding(@Nullable String declared) {
        try {
            if (declared == null || Charset.isSupported(declared)) {
                return;
            }
        } catch (IllegalCharsetNameException e) {
            // As one that is not supported.
        }
        throw new RefusedException(
                file + " is in an encoding that Java does not know: save it in UTF-8");
    }

    /** The JDK's own, whatever else is on the class path: its positions have been tried. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    private void take(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.DTD:
                throw new RefusedException(
                        file + " has a <!DOCTYPE …>, which is not followed: take it out");
            case XMLStreamConstants.START_ELEMENT:
                start(reader);
                break;
            case XMLStreamConstants.CHARACTERS:
            case XMLStreamConstants.CDATA:
                if (!open.isEmpty()) {
                    open.getLast().text(reader.getText());
                }
                break;
            case XMLStreamConstants.END_ELEMENT:
                end(reader);
                break;
            default:
        }
    }

    private void start(XMLStreamReader reader) {
        String name = reader.getLocalName();
        tags.next();
        require(text.startsWith("<" + name, tags.begin()), reader);
        XmlElement element = new XmlElement(name, tags.begin(), tags.end());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        if (root == null) {
            root = element;
        } else if (!open.isEmpty()) {
            open.getLast().child(element);
        }
        open.addLast(element);
    }

    private void end(XMLStreamReader reader) {
        XmlElement element = open.removeLast();
        if (!text.startsWith("/>", element.contentBegin() - 2)) {
            tags.next();
            require(text.startsWith("</" + element.name(), tags.begin()), reader);
            element.endsAt(tags.begin(), tags.end());
        }
    }

    /** Both must see the same tags: an edit in the wrong place is worse than none. */
    private void require(boolean same, XMLStreamReader reader) {
        if (!same) {
            throw new RefusedException(
                    String.format(
                            "%s cannot be edited here: it is not clear where <%s> in line %d is;"
                                    + " add the lines by hand",
                            file, reader.getLocalName(), reader.getLocation().getLineNumber()));
        }
    }

    private RefusedException broken(XMLStreamException e) {
        Location location = e.getLocation();
        String reason = String.valueOf(e.getMessage());
        int message = reason.indexOf("Message: ");
        return new RefusedException(
                String.format(
                        "%s is no well-formed XML, at line %d, column %d: %s",
                        file,
                        location.getLineNumber(),
                        location.getColumnNumber(),
                        (message < 0 ? reason : reason.substring(message + "Message: ".length()))
                                .replaceAll("\\s+", " ")),
                e);
    }
}
