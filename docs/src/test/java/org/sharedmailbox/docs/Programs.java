/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What the commands of the pages may begin with: another word is taken for a slip. */
final class Programs {
    private static final Path PROJECT = Path.of("..");

    private static final Set<String> OF_THE_SHELL =
            Set.of("do", "done", "exec", "read", "umask", "while");

    private static final Set<String> INSTALLED =
            Set.of(
                    "cat", "chmod", "cp", "curl", "docker", "git", "gpg", "java", "jq", "keytool",
                    "mkdir", "openssl", "printf", "sed", "unzip", "xargs");

    private Programs() {}

    /** Returns whether it is one, where a name with a slash is a file of the project. */
    static boolean has(String name) {
        return name.contains("/")
                ? Files.isExecutable(PROJECT.resolve(name))
                : INSTALLED.contains(name) || OF_THE_SHELL.contains(name);
    }
}
