/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import java.util.Locale;

/** Values of settings as James reads them. */
public final class Values {
    private static final String TRUE = "true|yes|on|y|t";

    private Values() {}

    public static boolean isTrue(String value) {
        return value.trim().toLowerCase(Locale.ROOT).matches(TRUE);
    }
}
