/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Makes several changes one. The services open transactions; the stores take part in that of their
 * thread. What the rest of the process is told, it is told after the commit; what was done outside
 * of the store is undone after a rollback.
 */
package org.sharedmailbox.transaction;
