/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Starts a Dovecot with shared mailboxes, of Debian's packages {@code dovecot-core} and {@code
 * dovecot-imapd}, to be measured beside James. Needs nothing of the Dovecot that a machine may run,
 * and leaves it alone.
 */
package org.sharedmailbox.it.dovecot;
