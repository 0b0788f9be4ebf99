/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import java.util.List;

/**
 * What a grant should give, found out by the names of folders and from the top of the hierarchy
 * down: each entry that is met overrides what was wider.
 */
final class ExpectedRights {
    /** What an entry with subfolders gives beside another of the folder alone. */
    static final String BELOW = "lsi";

    private ExpectedRights() {}

    /**
     * Returns letters, all in the order of RFC 4314.
     *
     * @param grant letters; the folder that they are for; whether {@code alone}, with what lies
     *     {@code below} it, or {@code both} with {@link #BELOW} for that; letters for the whole
     *     mailbox
     */
    static String in(String folder, List<String> grant, String cap, String permittedByPolicy) {
        String letters = grant.get(0);
        String named = grant.get(1);
        String nesting = grant.get(2);
        String decided = grant.get(3);
        if ((folder + ".").startsWith(named + ".") && !nesting.equals("alone")) {
            decided = nesting.equals("both") ? BELOW : letters;
        }
        if (folder.equals(named) && !nesting.equals("below")) {
            decided = letters;
        }
        return decided.replaceAll("[^" + cap + "]", "")
                .replaceAll("[^" + permittedByPolicy + "-]", "");
    }
}
