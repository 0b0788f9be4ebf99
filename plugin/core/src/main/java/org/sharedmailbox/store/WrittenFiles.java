/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import com.google.common.collect.Multimap;
import com.google.common.collect.MultimapBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * The files that H2 has opened to write them. A database that fails while H2 closes it, as on a
 * full disk, can leave its file open and locked though H2 has forgotten it: nobody could open it
 * before James is restarted. Thread-safe.
 */
final class WrittenFiles {
    private final Multimap<String, FileChannel> channels =
            MultimapBuilder.hashKeys().arrayListValues().build();

    WrittenFiles() {}

    /** Notes that H2 writes the file by that channel, which is returned, until it is closed. */
    synchronized FileChannel add(String file, FileChannel channel) {
        channels.values().removeIf(earlier -> !earlier.isOpen());
        channels.put(file, channel);
        return channel;
    }

    /**
     * Closes what is still open of a file. Only for one of which nobody uses a connection: whoever
     * does could neither read nor write any more.
     *
     * @return whether anything was open
     */
    synchronized boolean close(String file) throws IOException {
        boolean open = false;
        for (FileChannel channel : channels.removeAll(file)) {
            open |= channel.isOpen();
            channel.close();
        }
        return open;
    }
}
