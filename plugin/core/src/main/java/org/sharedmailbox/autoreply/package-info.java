/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Automatic replies: James's own vacation notice of an account, set for the time of a delegation,
 * or for a shared mailbox. A notice that an owner has of their own is never replaced, and what was
 * there before is there again afterwards. Loops are James's to prevent (RFC 3834).
 */
package org.sharedmailbox.autoreply;
