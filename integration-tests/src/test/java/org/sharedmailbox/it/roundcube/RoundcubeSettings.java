/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.roundcube;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sharedmailbox.it.server.StockJames;

/** The configuration of a Roundcube, and the folders that it writes to. */
final class RoundcubeSettings {
    /** All settings, which the package keeps nowhere else; what people change is beside it. */
    private static final String DEFAULTS = "/etc/roundcube/defaults.inc.php";

    private final Path directory;

    private RoundcubeSettings(Path directory) {
        this.directory = directory;
    }

    /** Writes those of a Roundcube for this James into a directory of its own. */
    static RoundcubeSettings write(StockJames james, Path directory) {
        RoundcubeSettings settings = new RoundcubeSettings(directory);
        try {
            for (Path folder : List.of(settings.folder(), settings.logs(), settings.temp())) {
                Files.createDirectory(folder);
            }
            Files.writeString(
                    settings.folder().resolve("defaults.inc.php"),
                    "<?php require '" + DEFAULTS + "';\n");
            Files.write(settings.folder().resolve("config.inc.php"), settings.lines(james));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private List<String> lines(StockJames james) {
        String verified =
                "['ssl' => ['verify_peer' => true, 'verify_peer_name' => true, 'cafile' => '"
                        + james.certificate()
                        + "']];";
        return List.of(
                "<?php",
                "$config['db_dsnw'] = 'sqlite:///" + temp() + "/db?mode=0600';",
                "$config['imap_host'] = 'ssl://localhost:" + james.ports().imaps() + "';",
                "$config['imap_conn_options'] = " + verified,
                "$config['smtp_host'] = 'tls://localhost:" + james.ports().submission() + "';",
                "$config['smtp_user'] = '%u';",
                "$config['smtp_pass'] = '%p';",
                "$config['smtp_conn_options'] = " + verified,
                "$config['des_key'] = 'only for a test of theirs';",
                "$config['plugins'] = ['acl'];",
                "$config['language'] = 'en_US';",
                "$config['product_name'] = 'Mail of example.com';",
                "$config['imap_debug'] = true;",
                "$config['log_dir'] = '" + logs() + "/';",
                "$config['temp_dir'] = '" + temp() + "/';");
    }

    /** Where Roundcube reads them. */
    Path folder() {
        return directory.resolve("conf");
    }

    /** Where its logs are. */
    Path logs() {
        return directory.resolve("logs");
    }

    private Path temp() {
        return directory.resolve("temp");
    }
}
