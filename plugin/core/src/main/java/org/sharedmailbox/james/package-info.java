/* SPDX-License-Identifier: Apache-2.0 */
/**
 * James's accounts, folders and quotas, as the domain needs them. Uses James's public interfaces
 * only, so that it works on every flavour; what James fails at becomes a {@link
 * org.sharedmailbox.james.JamesFailureException}. James knows nothing of our transactions: who
 * calls these in one undoes them after a rollback.
 */
package org.sharedmailbox.james;
