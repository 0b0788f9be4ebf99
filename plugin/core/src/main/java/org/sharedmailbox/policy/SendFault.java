/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.policy;

/** Why an address header cannot be relied upon. */
public enum SendFault {
    SEVERAL_ADDRESSES("names several addresses; name one"),
    GROUP("names a group; name one address"),
    /** Software that is strict and software that is lenient disagree about who is named. */
    AMBIGUOUS("can be read in several ways; write it as name <address>"),
    UNREADABLE("contains no mail address");

    private final String words;

    SendFault(String words) {
        this.words = words;
    }

    /** The fault as the rest of a sentence that begins with the header. */
    String inWords() {
        return words;
    }
}
