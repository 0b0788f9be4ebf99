/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

/** The reason why an address header cannot be relied upon. */
public enum SendFault {
    SEVERAL_ADDRESSES("names several addresses; name one"),
    GROUP("names a group; name one address"),
    /** Strict and lenient software disagree about who is named. */
    AMBIGUOUS("can be read in several ways; write it as name <address>"),
    UNREADABLE("contains no mail address"),
    /** Depending on the software, something else is shown, and it may well be an address. */
    OBSCURE("contains characters that some programs cannot show; write the name again");

    private final String words;

    SendFault(String words) {
        this.words = words;
    }

    /** Returns whether the header may name somebody although nobody was found in it. */
    boolean isConcealing() {
        return this == OBSCURE;
    }

    /** Returns the fault as the end of a sentence that begins with the header's name. */
    String inWords() {
        return words;
    }
}
