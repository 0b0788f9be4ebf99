/* SPDX-License-Identifier: Apache-2.0 */
/**
 * LOGIN and AUTHENTICATE, left to James: only the time is noted, because a session is worth nothing
 * once its account has been deleted, even if another one has the name by then.
 */
package org.sharedmailbox.imap.login;
