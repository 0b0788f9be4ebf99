/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** The text of a file, and how it is written in octets. Immutable. */
public final class TextFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final Charset charset;
    private final String mark;
    private final String text;

    private TextFile(String name, Charset charset, String mark, String text) {
        this.name = name;
        this.charset = charset;
        this.mark = mark;
        this.text = text;
    }

    /** Returns what a file is before there is one. */
    public static TextFile empty(String name) {
        return new TextFile(name, StandardCharsets.ISO_8859_1, "", "");
    }

    /**
     * Reads a file, XML as it says itself that it is encoded, properties as James does.
     *
     * @param name its name, for messages
     * @throws RefusedException if it is encoded otherwise than it says
     */
    public static TextFile read(Path file, String name) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        Charset charset = name.endsWith(".xml") ? charset(octets) : StandardCharsets.ISO_8859_1;
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            return text.startsWith(BYTE_ORDER_MARK)
                    ? new TextFile(name, charset, BYTE_ORDER_MARK, text.substring(1))
                    : new TextFile(name, charset, "", text);
        } catch (CharacterCodingException e) {
            throw new RefusedException(
                    String.format(
                            "%s is not encoded in %s, as it says: save it in that encoding",
                            name, charset),
                    e);
        }
    }

    /** Returns its text, without a byte order mark. */
    public String text() {
        return text;
    }

    /**
     * Returns another text in octets, as this one was written.
     *
     * @throws RefusedException if the encoding cannot express it
     */
    public byte[] encoded(String changed) {
        try {
            ByteBuffer octets = charset.newEncoder().encode(CharBuffer.wrap(mark + changed));
            byte[] all = new byte[octets.remaining()];
            octets.get(all);
            return all;
        } catch (CharacterCodingException e) {
            throw new RefusedException(name + " cannot be written in " + charset, e);
        }
    }

    private static Charset charset(byte[] octets) {
        return Stream.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.UTF_16LE)
                .filter(charset -> isMarked(octets, charset))
                .findFirst()
                .or(() -> declared(octets).map(Charset::forName))
                .orElse(StandardCharsets.UTF_8);
    }

    private static boolean isMarked(byte[] octets, Charset charset) {
        byte[] mark = BYTE_ORDER_MARK.getBytes(charset);
        return octets.length >= mark.length
                && Arrays.equals(octets, 0, mark.length, mark, 0, mark.length);
    }

    private static Optional<String> declared(byte[] octets) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return Optional.ofNullable(
                            factory.createXMLStreamReader(new ByteArrayInputStream(octets))
                                    .getCharacterEncodingScheme())
                    .filter(Charset::isSupported);
        } catch (XMLStreamException e) {
            // Whoever parses it says what is wrong, and where.
            return Optional.empty();
        }
    }
}
