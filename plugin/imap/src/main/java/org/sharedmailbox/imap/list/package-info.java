/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Commands that tell which folders there are, and which of them the delegate wants to see: one
 * processor each, named like the processor of James that it stands in for.
 */
package org.sharedmailbox.imap.list;
