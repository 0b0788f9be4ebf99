/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The basic terms that all other packages share: rights, folders, addresses and periods of
 * validity. Immutable values that check themselves when they are created. Depends on {@link
 * org.sharedmailbox.failure} only.
 */
package org.sharedmailbox.model;
