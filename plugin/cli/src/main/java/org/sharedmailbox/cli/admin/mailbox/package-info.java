/* SPDX-License-Identifier: Apache-2.0 */
/** The commands about shared mailboxes. */
package org.sharedmailbox.cli.admin.mailbox;
