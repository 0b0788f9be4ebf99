/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.dovecot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The configuration of a Dovecot 2.3 that one user runs: Maildir, everybody's mailboxes in the
 * shared namespace, the ACLs in files, and a dictionary of who shares with whom. What is not said
 * here is as Dovecot has it.
 */
final class DovecotConfiguration {
    /** No TLS: Dovecot hands it to a process of its own, which is not what is compared. */
    private static final String TEXT =
            String.join(
                    "\n",
                    "base_dir = $directory/run",
                    "state_dir = $directory/state",
                    "log_path = $directory/dovecot.log",
                    "protocols = imap",
                    "listen = 127.0.0.1",
                    "ssl = no",
                    "disable_plaintext_auth = no",
                    "default_internal_user = $user",
                    "default_internal_group = $group",
                    "default_login_user = $user",
                    "first_valid_uid = 1",
                    "first_valid_gid = 1",
                    "mail_location = maildir:$directory/mail/%u",
                    "mail_plugins = acl",
                    "namespace own {",
                    "  type = private",
                    "  separator = .",
                    "  prefix =",
                    "  inbox = yes",
                    "}",
                    "namespace others {",
                    "  type = shared",
                    "  separator = .",
                    "  prefix = \"#user.%%n.\"",
                    "  location = maildir:$directory/mail/%%u",
                    "  subscriptions = no",
                    "  list = yes",
                    "}",
                    "protocol imap {",
                    "  mail_plugins = acl imap_acl",
                    "}",
                    "plugin {",
                    "  acl = vfile",
                    "  acl_shared_dict = file:$directory/acl/shared",
                    "}",
                    "passdb {",
                    "  driver = static",
                    "  args = password=$password",
                    "}",
                    "userdb {",
                    "  driver = static",
                    "  args = uid=$user gid=$group home=$directory/mail/%u",
                    "}",
                    // Only root can change the root directory.
                    "service imap-login {",
                    "  chroot =",
                    "  inet_listener imap {",
                    "    port = $port",
                    "  }",
                    "  inet_listener imaps {",
                    "    port = 0",
                    "  }",
                    "}",
                    "service anvil {",
                    "  chroot =",
                    "}",
                    "service stats {",
                    "  chroot =",
                    "}",
                    "");

    private final Path file;

    private DovecotConfiguration(Path file) {
        this.file = file;
    }

    /** Writes it into this directory, which gets everything that Dovecot writes. */
    static DovecotConfiguration in(Path directory, Account account, int port, String password)
            throws IOException {
        Path file = directory.resolve("dovecot.conf");
        Files.writeString(
                file,
                TEXT.replace("$directory", directory.toString())
                        .replace("$user", account.user())
                        .replace("$group", account.group())
                        .replace("$port", String.valueOf(port))
                        .replace("$password", password));
        for (String made : new String[] {"run", "state", "mail", "acl"}) {
            account.owns(Files.createDirectories(directory.resolve(made)));
        }
        account.owns(directory);
        return new DovecotConfiguration(file);
    }

    Path file() {
        return file;
    }
}
