/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import org.sharedmailbox.it.client.RawImap;

/** The ACLs of somebody's folders, changed folder by folder as IMAP does (RFC 4314). */
final class FolderAcls implements AutoCloseable {
    private static final String GUEST = BenchmarkCompany.GUEST + "@example.com";

    private final RawImap imap;

    FolderAcls(RawImap imap) {
        this.imap = imap;
    }

    /** Lets the guest read so many of the folders, then no more. */
    void grantAndRevoke(int folders) {
        for (int n = 0; n < folders; n++) {
            BenchmarkCompany.expectOk(imap.command("SETACL F" + n + " " + GUEST + " lrs"));
        }
        for (int n = 0; n < folders; n++) {
            BenchmarkCompany.expectOk(imap.command("DELETEACL F" + n + " " + GUEST));
        }
    }

    @Override
    public void close() {
        imap.close();
    }
}
