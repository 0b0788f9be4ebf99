/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

/** The shape of the stores that are measured. */
final class StoreSizes {
    /** Of each mailbox; everybody is a member of as many mailboxes. */
    static final int MEMBERS = 10;

    private StoreSizes() {}
}
