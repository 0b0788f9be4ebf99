/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;

/**
 * The files that H2 has opened to write them. A database that fails while H2 closes it, as on a
 * full disk, can leave its file open and locked though H2 has forgotten it: nobody could open it
 * before James is restarted. Thread-safe.
 */
final class WrittenFiles {
    private final Map<String, FileChannel> channels = new HashMap<>();

    WrittenFiles() {}

    /** Notes that H2 writes the file by that channel, which is returned, until it is closed. */
    synchronized FileChannel add(String file, FileChannel channel) {
        channels.values().removeIf(earlier -> !earlier.isOpen());
        channels.put(file, channel);
        return channel;
    }

    /** Returns whether H2 has not closed the file yet. */
    synchronized boolean isOpen(String file) {
        FileChannel channel = channels.get(file);
        return channel != null && channel.isOpen();
    }

    /**
     * Closes the file if it is still open. Only for one of which nobody uses a connection: whoever
     * does could neither read nor write any more.
     */
    synchronized void close(String file) throws IOException {
        FileChannel channel = channels.get(file);
        if (channel != null) {
            channel.close();
        }
    }
}
