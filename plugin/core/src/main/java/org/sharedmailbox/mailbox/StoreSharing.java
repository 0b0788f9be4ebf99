/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

/** Tells whether other James servers can use the same store. */
@FunctionalInterface
public interface StoreSharing {
    boolean isShared();
}
