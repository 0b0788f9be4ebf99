/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.matcher;

import org.sharedmailbox.sending.SendMode;

/**
 * Matches mail that a delegate sends with Send On Behalf: all its recipients, or none. Takes no
 * condition.
 *
 * <pre>{@code
 * <mailet match="org.sharedmailbox.matcher.SentOnBehalf" class="ToRepository">
 *     <repositoryPath>file://var/mail/on-behalf/</repositoryPath>
 *     <passThrough>true</passThrough>
 * </mailet>
 * }</pre>
 */
public class SentOnBehalf extends SendModeMatcher {
    public SentOnBehalf() {
        super(SendMode.SEND_ON_BEHALF);
    }
}
