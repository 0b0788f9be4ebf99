/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2, {@code recorded:}, that notes everything that H2 writes into the file of a
 * database. Public because H2 makes instances of it.
 */
public final class RecordedFilePath extends FilePathWrapper {
    private static final Map<String, WrittenFile> WRITTEN = new ConcurrentHashMap<>();

    public RecordedFilePath() {}

    /** Returns the name of a database for H2, whose writing is noted from now on. */
    static String recorded(String database, WrittenFile written) {
        FilePath.register(new RecordedFilePath());
        WRITTEN.put(FilePath.get(database + ".mv.db").toRealPath().toString(), written);
        return "recorded:" + database;
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        WrittenFile written = WRITTEN.get(getBase().toRealPath().toString());
        FileChannel opened = super.open(mode);
        return written == null || "r".equals(mode) ? opened : new Channel(opened, written);
    }

    private static final class Channel extends FileBase {
        private final FileChannel file;
        private final WrittenFile written;

        Channel(FileChannel file, WrittenFile written) {
            this.file = file;
            this.written = written;
        }

        @Override
        public int write(ByteBuffer octets, long position) throws IOException {
            ByteBuffer copy = octets.duplicate();
            int length = file.write(octets, position);
            byte[] noted = new byte[length];
            copy.get(noted);
            written.wrote(position, noted);
            return length;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            written.truncated(size);
            return this;
        }

        @Override
        public int read(ByteBuffer octets, long position) throws IOException {
            return file.read(octets, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metaData) {
            // A process that is killed loses nothing that it has handed to the operating system.
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public int read(ByteBuffer octets) {
            throw new UnsupportedOperationException("H2 reads by position");
        }

        @Override
        public int write(ByteBuffer octets) {
            throw new UnsupportedOperationException("H2 writes by position");
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
