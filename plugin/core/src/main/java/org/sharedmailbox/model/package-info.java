/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The words that every other package speaks: rights, folders and periods of validity. Immutable
 * values that check themselves when they are made; they know nothing but {@link
 * org.sharedmailbox.failure}.
 */
package org.sharedmailbox.model;
