/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.check;

import java.io.IOException;
import java.util.Optional;
import org.sharedmailbox.cli.install.folder.InstalledJames;
import org.sharedmailbox.cli.install.text.PropertiesEntry;
import org.sharedmailbox.cli.install.text.PropertiesText;
import org.sharedmailbox.cli.install.text.TextFile;

/** The settings of a properties file, none if it is not there. Immutable. */
final class Settings {
    private final PropertiesText text;

    private Settings(PropertiesText text) {
        this.text = text;
    }

    static Settings of(InstalledJames james, String file) throws IOException {
        return new Settings(PropertiesText.parse(james.read(file).map(TextFile::text).orElse("")));
    }

    /** Returns what the first line with that key says, as James reads it. */
    Optional<String> value(String key) {
        return entry(key).map(PropertiesEntry::value);
    }

    Optional<PropertiesEntry> entry(String key) {
        return text.entries(key).stream().findFirst();
    }
}
