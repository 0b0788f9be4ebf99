/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Transactions across the stores. The services open them, and the stores join the transaction of
 * the calling thread. The rest of the process is informed after the commit; what was done outside
 * the store is undone after a rollback.
 */
package org.sharedmailbox.transaction;
