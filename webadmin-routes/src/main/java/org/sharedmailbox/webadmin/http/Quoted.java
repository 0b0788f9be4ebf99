/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import org.sharedmailbox.model.Excerpt;

/** Text that somebody wrote, as a message quotes it: in apostrophes, shortened if it is long. */
public final class Quoted {
    private static final int MAX_LENGTH = 40;

    private Quoted() {}

    /** Returns the text in apostrophes. */
    public static String of(String written) {
        return "'" + Excerpt.of(written, MAX_LENGTH) + "'";
    }
}
