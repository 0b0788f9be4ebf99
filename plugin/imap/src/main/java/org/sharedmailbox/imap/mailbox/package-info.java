/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Commands that name a folder and do something with it as a whole: one processor each, named like
 * the processor of James that it stands in for.
 */
package org.sharedmailbox.imap.mailbox;
