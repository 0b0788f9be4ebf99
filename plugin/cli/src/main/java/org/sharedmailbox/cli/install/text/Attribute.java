/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.text;

/** Where in a start tag an attribute is. The tag has been found to be well-formed. */
final class Attribute {
    private final int begin;
    private final int valueBegin;
    private final int valueEnd;

    private Attribute(int begin, int valueBegin, int valueEnd) {
        this.begin = begin;
        this.valueBegin = valueBegin;
        this.valueEnd = valueEnd;
    }

    /**
     * @param position behind the name in the tag
     * @throws IllegalArgumentException if the tag has no such attribute
     */
    static Attribute in(String text, int position, String name) {
        int at = position;
        while (text.charAt(at) != '>') {
            int begin = at;
            int nameBegin = skipBlanks(text, at);
            int equals = text.indexOf('=', nameBegin);
            if (equals < 0) {
                break;
            }
            int quote = skipBlanks(text, equals + 1);
            int valueEnd = text.indexOf(text.charAt(quote), quote + 1);
            if (text.substring(nameBegin, equals).trim().equals(name)) {
                return new Attribute(begin, quote + 1, valueEnd);
            }
            at = valueEnd + 1;
        }
        throw new IllegalArgumentException("There is no attribute " + name);
    }

    private static int skipBlanks(String text, int position) {
        int at = position;
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns where it begins, with the blanks in front. */
    int begin() {
        return begin;
    }

    int valueBegin() {
        return valueBegin;
    }

    int valueEnd() {
        return valueEnd;
    }

    /** Returns where it has ended, with its quotation mark. */
    int end() {
        return valueEnd + 1;
    }
}
