/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.sending;

/** Why an address header cannot be relied upon. */
public enum SendFault {
    SEVERAL_ADDRESSES("names several addresses; name one"),
    GROUP("names a group; name one address"),
    /** Software that is strict and software that is lenient disagree about who is named. */
    AMBIGUOUS("can be read in several ways; write it as name <address>"),
    UNREADABLE("contains no mail address"),
    /** What there is to read depends on the software: it may well be an address. */
    OBSCURE("contains what not every program can show; write the name anew");

    private final String words;

    SendFault(String words) {
        this.words = words;
    }

    /** Whether the header may name somebody although nobody is found in it. */
    boolean isConcealing() {
        return this == OBSCURE;
    }

    /** The fault as the rest of a sentence that begins with the header. */
    String inWords() {
        return words;
    }
}
