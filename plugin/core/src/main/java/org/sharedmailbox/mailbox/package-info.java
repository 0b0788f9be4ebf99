/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Shared mailboxes: accounts that belong to no person, and their types. Only {@link
 * org.sharedmailbox.administration.SharedMailboxService} creates, changes and deletes them, and
 * only {@link org.sharedmailbox.administration.MailboxConversionService} converts them. Every other
 * account is a personal mailbox.
 *
 * <p>A new mailbox inherits nothing but stored mail from an earlier account of its address. Depends
 * on no framework, protocol or database.
 */
package org.sharedmailbox.mailbox;
