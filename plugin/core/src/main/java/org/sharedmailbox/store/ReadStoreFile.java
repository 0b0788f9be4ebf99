/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.HashMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/**
 * The file of an H2 database as H2 itself would open it, but opened only to be read: what H2 takes
 * for the newest part of it ("chunk"), and the chunks that this one names in its layout.
 *
 * <p>The header is no more than a hint. It names the newest chunk as of some commits ago, and after
 * a kill perhaps a place that has been written over or cut off since: H2 finds the newest chunk
 * without it then. But what it finds must not be older than what the header has seen.
 */
final class ReadStoreFile extends SingleFileStore {
    private static final long BLOCK = 4096;

    /** The length in octets of the header, which is there twice. */
    static final long HEADER_LENGTH = 2 * BLOCK;

    private boolean open;

    ReadStoreFile() {
        super(new HashMap<>());
    }

    void openToRead(String name) {
        open(name, true, null);
        open = true;
    }

    /** Lets H2 look for the newest chunk, and for those that it names. */
    void readNewest() {
        // Binds this file to itself; nothing of it is needed.
        new MVStore.Builder().fileStore(this).autoCommitDisabled().open();
    }

    /** Returns whether one of the two headers is one. */
    boolean hasHeader() {
        return !storeHeader.isEmpty();
    }

    /** Returns whether the newest chunk is there, and all that the data need. */
    boolean isComplete() {
        return lastChunkVersion() >= inHeader("version")
                // H2 itself looks at the newest of them only, if the file has been closed.
                && getChunks().values().stream()
                        .filter(ReadStoreFile::isUsed)
                        .allMatch(this::isThere);
    }

    /** Returns whether the file ends before what was its newest chunk for the header. */
    boolean endsBeforeNewest() {
        return (inHeader("block") + 1) * BLOCK > size();
    }

    private static boolean isUsed(SFChunk chunk) {
        return chunk.maxLenLive > 0;
    }

    private boolean isThere(SFChunk chunk) {
        return readChunkHeaderAndFooter(chunk.block, chunk.id) != null;
    }

    private long inHeader(String key) {
        return DataUtils.readHexLong(storeHeader, key, 0);
    }

    void closeIfOpen() {
        if (open) {
            close();
        }
    }
}
