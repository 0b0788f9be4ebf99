/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.auto.value.AutoValue;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.sharedmailbox.notice.text.NoticeLanguage;

/** The settings of the notices, which begin with {@code notices.}. */
@AutoValue
public abstract class NoticeSettings {
    static final String FOLDER = "notices.folder";
    static final String LANGUAGE = "notices.language";
    static final String TIME_ZONE = "notices.timeZone";

    NoticeSettings() {}

    static NoticeSettings read(Settings settings) {
        return new AutoValue_NoticeSettings(
                settings.text(FOLDER),
                settings.text(LANGUAGE)
                        .map(NoticeSettings::language)
                        .orElse(NoticeLanguage.ENGLISH),
                settings.text(TIME_ZONE)
                        .map(NoticeSettings::timeZone)
                        .orElseGet(ZoneId::systemDefault));
    }

    private static NoticeLanguage language(String written) {
        return NoticeLanguage.parse(written)
                .orElseThrow(() -> Settings.refused(LANGUAGE, written, NoticeLanguage.tags()));
    }

    private static ZoneId timeZone(String written) {
        try {
            return ZoneId.of(written);
        } catch (DateTimeException e) {
            throw Settings.refused(TIME_ZONE, written, "a time zone, e.g. Europe/Berlin or UTC");
        }
    }

    /**
     * Returns the folder with texts of the operator's own, absolute or below James's working
     * directory.
     */
    public abstract Optional<String> folder();

    public abstract NoticeLanguage language();

    /** Returns the time zone in which notices name times; without a setting, that of the server. */
    public abstract ZoneId timeZone();
}
