/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

/** What somebody wrote, as a message repeats it: in apostrophes, and not at any length. */
public final class Quoted {
    private static final int LONGEST = 40;

    private Quoted() {}

    public static String of(String written) {
        return "'"
                + (written.length() > LONGEST ? written.substring(0, LONGEST) + "…" : written)
                + "'";
    }
}
