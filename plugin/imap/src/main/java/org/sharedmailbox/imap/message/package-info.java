/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Commands that select a folder, and those on the messages of the selected one: one processor each,
 * named like the processor of James that it stands in for.
 */
package org.sharedmailbox.imap.message;
