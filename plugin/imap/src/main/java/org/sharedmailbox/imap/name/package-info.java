/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Names of folders as clients write them: those of other owners, one's own, and the patterns of
 * LIST. Nothing here knows a session or a right.
 */
package org.sharedmailbox.imap.name;
