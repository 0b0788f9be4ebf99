/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {
    /** The JDK's own positions go wrong with these once its buffer is full. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\r\n", "\uD83D\uDE00", "<![CDATA[<b> > ]]>", "<?p x > <b> ?>", "&#65;"})
    void tagsAreFoundWhereverTheyAre(String filling) {
        for (int length = 8100; length < 8300; length++) {
            String text =
                    "<a><!-- "
                            + "x".repeat(length)
                            + " <b> -->"
                            + filling.repeat(3)
                            + "<b c='>' d=\"'/>\" />"
                            + filling
                            + "<b>\r\n</b>"
                            + filling
                            + "</a>";
            XmlText xml = XmlText.parse("file", text);
            XmlElement first = xml.root().children("b").get(0);
            XmlElement second = xml.root().children("b").get(1);

            assertThat(text.substring(first.begin(), first.end()))
                    .isEqualTo("<b c='>' d=\"'/>\" />");
            assertThat(text.substring(second.begin(), second.end())).isEqualTo("<b>\r\n</b>");
            assertThat(text.substring(xml.root().begin(), xml.root().end())).isEqualTo(text);
        }
    }

    @Test
    void whatIsReplacedIsNotedAndPutBackWithAllItsBlanks() {
        String text = "<a><b> x\n</b></a>";
        XmlText before = XmlText.parse("file", text);

        String replaced = before.replaceText(b(before), "y").applyTo(text);

        assertThat(replaced).isEqualTo("<a><b>y</b><!-- before shared mailboxes:  x\n --></a>");
        XmlText after = XmlText.parse("file", replaced);
        assertThat(after.restoreText(b(after)).orElseThrow().applyTo(replaced)).isEqualTo(text);
    }

    @Test
    void aCommentInWhatIsReplacedIsPutBack() {
        String text = "<a><b>x<!-- keep --><!-- - --></b></a>";
        XmlText before = XmlText.parse("file", text);

        String replaced = before.replaceText(b(before), "y").applyTo(text);

        XmlText after = XmlText.parse("file", replaced);
        assertThat(b(after).text()).isEqualTo("y");
        assertThat(after.restoreText(b(after)).orElseThrow().applyTo(replaced)).isEqualTo(text);
    }

    @Test
    void anAttributeIsReplacedWhereItIs() {
        String text = "<a><b d = '1'\n  c = \"2\" e='c=3' /></a>";
        XmlText before = XmlText.parse("file", text);

        String replaced = before.replaceAttribute(b(before), "c", "4").applyTo(text);

        assertThat(replaced)
                .isEqualTo(
                        "<a><b d = '1'\n  c = \"4\" e='c=3' /><!-- before shared mailboxes: 2"
                                + " --></a>");
        XmlText after = XmlText.parse("file", replaced);
        assertThat(after.removeAttribute(b(after), "c").applyTo(replaced)).isEqualTo(text);
    }

    private static XmlElement b(XmlText xml) {
        return xml.root().child("b").orElseThrow();
    }
}
