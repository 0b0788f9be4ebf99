/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.dovecot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;

/**
 * The account of the operating system that runs a Dovecot: whose build it is, or for root, who must
 * not run one, the account that Debian's package makes for it.
 */
final class Account {
    private static final String ROOT = "root";
    private static final String OF_PACKAGE = "dovecot";

    private final String user;
    private final String group;
    private final boolean another;

    private Account(String user, String group, boolean another) {
        this.user = user;
        this.group = group;
        this.another = another;
    }

    static Account ofBuild(Path anyFileOfBuild) throws IOException {
        PosixFileAttributes own = Files.readAttributes(anyFileOfBuild, PosixFileAttributes.class);
        String user = System.getProperty("user.name");
        return user.equals(ROOT)
                ? new Account(OF_PACKAGE, OF_PACKAGE, true)
                : new Account(user, own.group().getName(), false);
    }

    String user() {
        return user;
    }

    String group() {
        return group;
    }

    /** Whether it is not the one that runs the build. */
    boolean isAnother() {
        return another;
    }

    /** Gives a file to it. */
    void owns(Path file) throws IOException {
        if (another) {
            UserPrincipalLookupService accounts =
                    file.getFileSystem().getUserPrincipalLookupService();
            PosixFileAttributeView view =
                    Files.getFileAttributeView(file, PosixFileAttributeView.class);
            view.setOwner(accounts.lookupPrincipalByName(user));
            view.setGroup(accounts.lookupPrincipalByGroupName(group));
        }
    }

    /** Makes a command of one that it is to run. */
    List<String> runs(String... command) {
        List<String> all = new ArrayList<>();
        if (another) {
            all.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups"));
        }
        all.addAll(List.of(command));
        return all;
    }
}
