/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.matcher;

import org.sharedmailbox.sending.SendMode;

/**
 * Matches mail that a delegate sends with Send As: all its recipients, or none. Takes no condition.
 *
 * <pre>{@code
 * <mailet match="org.sharedmailbox.matcher.SentAs" class="AddFooter">
 *     <text>Our opening hours: …</text>
 * </mailet>
 * }</pre>
 */
public class SentAs extends SendModeMatcher {
    public SentAs() {
        super(SendMode.SEND_AS);
    }
}
