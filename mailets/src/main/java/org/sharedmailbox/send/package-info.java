/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The agreement between the SMTP hook and the mailets: what the hook decided about a mail, and the
 * mail attributes that carry it through James's spool. Values only; the hook writes them, mailets
 * and matchers read them.
 */
package org.sharedmailbox.send;
