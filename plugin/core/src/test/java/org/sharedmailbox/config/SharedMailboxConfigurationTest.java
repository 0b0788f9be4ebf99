/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.notice.text.NoticeLanguage;

class SharedMailboxConfigurationTest {
    @TempDir Path james;

    @Test
    void everySettingHasADefault() {
        SharedMailboxConfiguration defaults = SharedMailboxConfiguration.defaults();

        assertThat(defaults.store().url()).isEmpty();
        assertThat(defaults.store().user()).isEmpty();
        assertThat(defaults.store().password()).isEmpty();
        assertThat(defaults.store().schema()).isEmpty();
        assertThat(defaults.store().poolSize()).isEqualTo(10);
        assertThat(defaults.maxAuditedActivities()).isEqualTo(1_000_000);
        assertThat(defaults.auditRetention()).isEqualTo(Duration.ofDays(365));
        assertThat(defaults.webAdminHosts()).isEmpty();
        assertThat(defaults.sweepPeriod()).isEqualTo(Duration.ofMinutes(1));
        assertThat(defaults.expiredRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(defaults.notices().folder()).isEmpty();
        assertThat(defaults.notices().language()).isEqualTo(NoticeLanguage.ENGLISH);
        assertThat(defaults.notices().timeZone()).isEqualTo(ZoneId.systemDefault());
        assertThat(defaults.healthLooksForSideDoors()).isFalse();
        assertThat(defaults.auditWarnEntries()).isEqualTo(5_000_000);
        assertThat(defaults.types().find(SharedMailboxTypeName.of("team"))).isPresent();
        assertThat(defaults.types().find(SharedMailboxTypeName.of("archive"))).isPresent();
        assertThat(defaults.types().names()).isEqualTo("[team, archive]");
    }

    @Test
    void everySettingIsRead() throws Exception {
        SharedMailboxConfiguration read =
                SharedMailboxConfiguration.parse(
                        ImmutableMap.<String, String>builder()
                                .put("store.url", " jdbc:postgresql://db/james?ssl=true ")
                                .put("store.user", "james")
                                .put("store.password", "secret")
                                .put("store.schema", "shared")
                                .put("store.poolSize", "25")
                                .put("audit.retention", "P30D")
                                .put("sweep.period", "PT10S")
                                .put("expired.retention", "P7DT12H")
                                .put("webadmin.hosts", "Mail.example.com., [2001:DB8::1]:8000")
                                .build());

        assertThat(read.store().url()).contains("jdbc:postgresql://db/james?ssl=true");
        assertThat(read.store().user()).contains("james");
        assertThat(read.store().password().orElseThrow().current()).isEqualTo("secret");
        assertThat(read.store().schema()).contains("shared");
        assertThat(read.store().poolSize()).isEqualTo(25);
        assertThat(read.sweepPeriod()).isEqualTo(Duration.ofSeconds(10));
        assertThat(read.expiredRetention()).isEqualTo(Duration.ofHours(180));
        assertThat(read.auditRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(read.webAdminHosts())
                .containsExactly(
                        Authority.parse("mail.example.com").orElseThrow(),
                        Authority.parse("[2001:db8:0::1]:8000").orElseThrow());
        assertThat(read.toString()).doesNotContain("secret");
    }

    @Test
    void theSettingsOfNoticesAreRead() {
        NoticeSettings read =
                SharedMailboxConfiguration.parse(
                                ImmutableMap.of(
                                        "notices.folder", "conf/notices",
                                        "notices.language", "de",
                                        "notices.timeZone", "America/New_York"))
                        .notices();

        assertThat(read.folder()).contains("conf/notices");
        assertThat(read.language()).isEqualTo(NoticeLanguage.GERMAN);
        assertThat(read.timeZone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void wrongSettingsOfNoticesAreRefused() {
        assertThatThrownBy(
                        () ->
                                SharedMailboxConfiguration.parse(
                                        ImmutableMap.of("notices.language", "fr")))
                .hasMessage(
                        "shared-mailboxes.properties: notices.language is 'fr', but it must be en"
                                + " or de");
        assertThatThrownBy(
                        () ->
                                SharedMailboxConfiguration.parse(
                                        ImmutableMap.of("notices.timeZone", "Berlin")))
                .hasMessage(
                        "shared-mailboxes.properties: notices.timeZone is 'Berlin', but it must be"
                                + " a time zone, e.g. Europe/Berlin or UTC");
    }

    @Test
    void anEmptyValueIsTheDefault() {
        assertThat(SharedMailboxConfiguration.parse(ImmutableMap.of("store.poolSize", " ")))
                .isEqualTo(SharedMailboxConfiguration.defaults());
    }

    @Test
    void sideDoorsAreLookedForWhereThatIsWanted() {
        assertThat(
                        SharedMailboxConfiguration.parse(
                                        ImmutableMap.of("health.sideDoors", "true"))
                                .healthLooksForSideDoors())
                .isTrue();
        assertRefused("health.sideDoors", "yes", "true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-1", "201", "ten", "1.5", "99999999999"})
    void aPoolOfNoGoodSizeIsRefused(String size) {
        assertRefused("store.poolSize", size, "a whole number from 2 to 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "100000001", "-1", "many"})
    void aNumberOfRefusalsThatIsNoGoodIsRefused(String number) {
        assertRefused("audit.maxRefusals", number, "a whole number from 100 to 100000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "1m", "PT0S", "PT0.999S", "P1DT1S", "-PT1M", "P1M"})
    void aPeriodThatIsNoGoodIsRefused(String period) {
        assertRefused(
                "sweep.period",
                period,
                "an ISO 8601 duration in days, hours, minutes and seconds from PT1S to P1D, e.g."
                        + " PT1M or P30D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "30d", "-P1D", "P36501D", "P1Y", "P99999999999999999D"})
    void aTimeToKeepWhatHasEndedThatIsNoGoodIsRefused(String retention) {
        assertRefused(
                "expired.retention",
                retention,
                "an ISO 8601 duration in days, hours, minutes and seconds from PT0S to P36500D,"
                        + " e.g. PT1M or P30D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999", "1000000001", "-1", "many"})
    void aNumberOfActivitiesThatIsNoGoodIsRefused(String number) {
        assertRefused("audit.maxActivities", number, "a whole number from 1000 to 1000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"365", "P1Y", "PT23H", "P36501D", "-P1D", "a year"})
    void aRetentionThatIsNoGoodIsRefused(String retention) {
        assertRefused(
                "audit.retention",
                retention,
                "an ISO 8601 duration in days, hours, minutes and seconds from P1D to P36500D,"
                        + " e.g. PT1M or P30D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mail.example.com",
                "mail.example.com/",
                "*",
                "*.example.com",
                "me@mail.example.com",
                "2001:db8::1",
                "mail.example.com:port",
                "mail.example.com:65536",
                "127.1",
            })
    void aHostOfWebAdminThatIsNoneIsRefused(String host) {
        assertRefused(
                "webadmin.hosts",
                host,
                "a host name or address, perhaps with a port, e.g. mail.example.com or"
                        + " [2001:db8::1]:8000");
    }

    @Test
    void aSettingThatDoesNotExistIsRefused() {
        assertThatThrownBy(
                        () ->
                                SharedMailboxConfiguration.parse(
                                        ImmutableMap.of("store.urll", "jdbc:h2:x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "shared-mailboxes.properties: there is no setting 'store.urll'; the"
                                + " settings are [audit.maxActivities, audit.maxRefusals, audit.retention,"
                                + " audit.warnEntries, expired.retention, health.sideDoors,"
                                + " notices.folder, notices.language, notices.timeZone,"
                                + " store.password, store.passwordFile, store.poolSize,"
                                + " store.schema, store.url, store.user,"
                                + " sweep.period, webadmin.hosts]");
    }

    @Test
    void withoutTheFileTheDefaultsHold() throws Exception {
        assertThat(ConfigurationFile.read(ConfFolder.empty(james).properties()))
                .isEqualTo(SharedMailboxConfiguration.defaults());
    }

    @Test
    void aFileOfCommentsIsTheDefaults() throws Exception {
        assertThat(read("# store.url=jdbc:postgresql://db/james\n"))
                .isEqualTo(SharedMailboxConfiguration.defaults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one,two", ",", "a,,b", "ends,", "$%=:#!", "x;y", "\"quoted\""})
    void aPasswordKeepsItsCommasAndSigns(String password) throws Exception {
        assertThat(read("store.password=" + password).store().password().orElseThrow().current())
                .isEqualTo(password);
    }

    @Test
    void aUrlKeepsItsCommas() throws Exception {
        assertThat(
                        read("store.url=jdbc:postgresql://one:5432,two:5432/james?a=b&c=d\n")
                                .store()
                                .url())
                .contains("jdbc:postgresql://one:5432,two:5432/james?a=b&c=d");
    }

    @Test
    void aBadValueInTheFileIsToldAsSuch() {
        assertThatThrownBy(() -> read("store.poolSize=many\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "shared-mailboxes.properties: store.poolSize is 'many', but it must be a"
                                + " whole number from 2 to 200");
    }

    private SharedMailboxConfiguration read(String content) throws Exception {
        return ConfigurationFile.read(
                ConfFolder.empty(james).with("shared-mailboxes.properties", content).properties());
    }

    private static void assertRefused(String key, String value, String allowed) {
        assertThatThrownBy(() -> SharedMailboxConfiguration.parse(ImmutableMap.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        String.format(
                                "shared-mailboxes.properties: %s is '%s', but it must be %s",
                                key, value, allowed));
    }
}
