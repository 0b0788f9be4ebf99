/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What was changed, and every access that matters: who did what, when, in whose mailbox. Entries
 * are only ever added, in the transaction of the change that they tell of, so that there is no
 * change without its entry and no entry without its change. They never hold passwords or the
 * content of mails, and no change fails because its entry is long.
 */
package org.sharedmailbox.audit;
