/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.acl;

import com.google.auto.value.AutoValue;
import org.sharedmailbox.model.ImapRights;

/**
 * The rights argument of SETACL (RFC 4314 §3.1): letters that replace the present ones, are added
 * to them, or are removed from them.
 */
@AutoValue
public abstract class RightsModification {
    /** The effect of the letters. */
    enum Mode {
        REPLACE,
        ADD,
        REMOVE
    }

    private static final String KNOWN = ImapRights.OF_OWNER.letters();
    // RFC 4314 §2.1.1 leaves to the server which of the two x belongs to; James takes it for d.
    private static final String OBSOLETE_CREATE = "k";
    private static final String OBSOLETE_DELETE = "xte";

    RightsModification() {}

    /**
     * @param written e.g. {@code lrs}, {@code +a} or {@code -te}; may be empty
     * @throws IllegalArgumentException if a letter is not a right, with a message that quotes only
     *     that letter
     */
    public static RightsModification parse(String written) {
        if (written.startsWith("+")) {
            return new AutoValue_RightsModification(Mode.ADD, letters(written.substring(1)));
        }
        return written.startsWith("-")
                ? new AutoValue_RightsModification(Mode.REMOVE, letters(written.substring(1)))
                : new AutoValue_RightsModification(Mode.REPLACE, letters(written));
    }

    private static ImapRights letters(String written) {
        StringBuilder letters = new StringBuilder();
        for (char letter : written.toCharArray()) {
            if (letter == 'c') {
                letters.append(OBSOLETE_CREATE);
            } else if (letter == 'd') {
                letters.append(OBSOLETE_DELETE);
            } else if (KNOWN.indexOf(letter) >= 0) {
                letters.append(letter);
            } else {
                throw new IllegalArgumentException(
                        "'" + letter + "' is not a right; the rights are " + KNOWN);
            }
        }
        // The right to post is known, but is nothing that a delegation could give.
        return ImapRights.ofLetters(letters.toString()).cappedBy(ImapRights.ALL);
    }

    abstract Mode mode();

    abstract ImapRights letters();

    boolean onlyTakes() {
        return mode() == Mode.REMOVE;
    }

    boolean replaces() {
        return mode() == Mode.REPLACE;
    }

    /** Returns whether it leaves no rights, whatever there were: it is a DELETEACL then. */
    boolean clears() {
        return replaces() && letters().isEmpty();
    }

    ImapRights appliedTo(ImapRights present) {
        switch (mode()) {
            case REPLACE:
                return letters();
            case ADD:
                return present.plus(letters());
            case REMOVE:
                return present.minus(letters());
        }
        throw new AssertionError(mode());
    }
}
