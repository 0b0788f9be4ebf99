/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The audit log: who did what, when and in whose mailbox. Entries are only ever added, in the
 * transaction of the change that they record, so that there is no change without its entry and no
 * entry without its change. They never hold passwords or the content of mail, and no change fails
 * because its entry is long.
 */
package org.sharedmailbox.audit;
