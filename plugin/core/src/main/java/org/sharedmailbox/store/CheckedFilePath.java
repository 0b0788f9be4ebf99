/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.regex.Pattern;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 that refuses to open a damaged database: {@code checked:} before the name of
 * a file of any other. H2 alone knows when it opens its file, which may be more than once: it
 * closes the file when nobody is connected any more, and by itself when the file cannot be written.
 * Public because H2 makes instances of it.
 */
public final class CheckedFilePath extends FilePathWrapper {
    private static final String SCHEME = "checked";
    private static final String DATABASE = ".mv.db";
    private static final Pattern OTHER_SCHEME = Pattern.compile("^[A-Za-z]{2,}:(?=[/~.])");
    private static final String ASYNCHRONOUS = "async:";
    private static final String READ_ONLY = "r";

    /** Shared by all paths that H2 asks the registered one for, as it does to open a file. */
    private WrittenFiles written = new WrittenFiles();

    public CheckedFilePath() {}

    /**
     * Makes the file system known to H2, and returns the name of a database in it.
     *
     * @param name the name of a database, without the end of its file's name
     */
    static synchronized String checked(String name) {
        String checked = SCHEME + ":" + name;
        if (!(FilePath.get(checked) instanceof CheckedFilePath)) {
            FilePath.register(new CheckedFilePath());
        }
        return checked;
    }

    /** Returns whether the database has a file. */
    static boolean exists(String name) {
        return FilePath.get(name + DATABASE).exists();
    }

    /** Returns the name of the database's file, for people. */
    static String fileName(String name) {
        return OTHER_SCHEME.matcher(name).replaceFirst("") + DATABASE;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public CheckedFilePath getPath(String path) {
        CheckedFilePath checked = (CheckedFilePath) super.getPath(path);
        checked.written = written;
        return checked;
    }

    /**
     * Opens the file unless it is damaged, or this process writes it already: to close it again
     * would unlock it for other programs.
     *
     * @throws UncheckedIOException in both cases, or if it cannot be read. H2 would note any other
     *     failure in a file of its own, at each attempt
     */
    @Override
    public FileChannel open(String mode) throws IOException {
        if (!getName().endsWith(DATABASE) || READ_ONLY.equals(mode)) {
            return super.open(mode);
        }
        String file = writtenName();
        if (written.isOpen(file)) {
            throw new UncheckedIOException(new InUseException(file));
        }
        requireUndamaged();
        return written.add(file, super.open(mode));
    }

    /**
     * Closes a database's file that H2 has left open and locked, and uses no more.
     *
     * @param name the name of a database that nobody is connected to
     */
    static void closeForgotten(String name) throws IOException {
        CheckedFilePath path = (CheckedFilePath) FilePath.get(checked(name) + DATABASE);
        path.written.close(path.writtenName());
    }

    /** Returns the same however the folder is named. */
    private String writtenName() {
        return getBase().toRealPath().toString();
    }

    /**
     * Returns the file's name without what protects it from interrupted threads, and takes time.
     */
    private static String readAtOnce(String name) {
        return name.startsWith(ASYNCHRONOUS) ? name.substring(ASYNCHRONOUS.length()) : name;
    }

    private void requireUndamaged() {
        FilePath file = FilePath.get(readAtOnce(getBase().toString()));
        if (!file.exists()) {
            return;
        }
        try {
            Optional<String> damage = StoreFileCheck.damage(file);
            if (damage.isPresent()) {
                throw new DamagedException(damage.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says how a file is damaged. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String how;

        DamagedException(String how) {
            super(how);
            this.how = how;
        }

        /** Returns it as the end of a sentence. */
        String how() {
            return how;
        }
    }

    /** Says that this process writes the file already. */
    static final class InUseException extends IOException {
        private static final long serialVersionUID = 1L;

        InUseException(String file) {
            super(file + " is open already");
        }
    }
}
