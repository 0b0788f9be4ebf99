/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Use cases that involve mailboxes, delegations and policies: creating, changing, converting and
 * deleting a shared mailbox, and changing a domain's policy. Each checks its rules, writes the
 * stores and the audit entry in one transaction, and announces the change after the commit.
 */
package org.sharedmailbox.administration;
