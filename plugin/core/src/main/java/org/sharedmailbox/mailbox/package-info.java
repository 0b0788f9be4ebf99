/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Shared mailboxes: accounts that no person signs in to, and the types that they are made by.
 * {@link org.sharedmailbox.administration.SharedMailboxService} is the only one who creates,
 * changes and deletes them. An address that is no shared mailbox is a personal one.
 *
 * <p>A new mailbox inherits nothing from whoever had its address before but the stored mail. No
 * framework, no protocol and no database is known here.
 */
package org.sharedmailbox.mailbox;
