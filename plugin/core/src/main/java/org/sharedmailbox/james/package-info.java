/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Adapters to James's accounts, folders and quotas. They use James's public interfaces only, so
 * that they work with every flavour; failures of James become a {@link
 * org.sharedmailbox.james.JamesFailureException}. James takes no part in our transactions: callers
 * undo what they did here after a rollback.
 */
package org.sharedmailbox.james;
