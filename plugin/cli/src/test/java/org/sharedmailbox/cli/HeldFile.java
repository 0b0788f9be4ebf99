/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is locked as by a James that uses it. */
final class HeldFile implements AutoCloseable {
    private final FileChannel channel;

    HeldFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.lock();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
