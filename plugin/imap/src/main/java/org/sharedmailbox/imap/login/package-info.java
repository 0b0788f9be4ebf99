/* SPDX-License-Identifier: Apache-2.0 */
/**
 * LOGIN and AUTHENTICATE, left to James: it is noted when they came, because a session is worth
 * nothing once the sign-in of its account has changed, and James's OK is turned into NO where
 * nobody may be signed in.
 */
package org.sharedmailbox.imap.login;
