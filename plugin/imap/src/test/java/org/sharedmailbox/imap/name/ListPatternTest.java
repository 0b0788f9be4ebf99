/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListPatternTest {
    /** What a processor may work for it: the machine may be busy with something else. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final List<String> NAMES =
            List.of(
                    "#user",
                    "#user.a",
                    "#user.a.INBOX",
                    "#user.a.b.c",
                    "#user.ab.INBOX",
                    "#user.b@c__d.INBOX");

    @ParameterizedTest
    @CsvSource({
        "*,                    #user.support.INBOX, true",
        "%,                    #user.support.INBOX, false",
        "%,                    #user,               true",
        "%.%,                  #user.support,       true",
        "%.%.%,                #user.support.INBOX, true",
        "#user,                #user,               true",
        "#user.,               #user,               false",
        "#user.%,              #user.support,       true",
        "#user.%,              #user.support.INBOX, false",
        "#user.*,              #user.support.INBOX, true",
        "#user.*,              #user,               false",
        "#user*,               #user,               true",
        "#user.support.*,      #user.support,       false",
        "#user.%.INBOX,        #user.support.INBOX, true",
        "#user.%.INBOX,        #user.a.b.INBOX,     false",
        "#user.*.INBOX,        #user.a.b.INBOX,     true",
        "*INBOX,               #user.support.INBOX, true",
        "*inbox,               #user.support.INBOX, false",
        "*%,                   #user.support.INBOX, true",
        "%*%,                  #user.support.INBOX, true",
        "#us%*rt.INBOX,        #user.support.INBOX, true",
        "#user.support.INBO,   #user.support.INBOX, false",
        "#user.support.INBOX%, #user.support.INBOX, true",
        "#user.s.pport.INBOX,  #user.support.INBOX, false",
        "#user.[a-z]+.INBOX,   #user.support.INBOX, false",
        "%%%,                  #user,               true",
        "***,                  #user.support.INBOX, true",
    })
    void aPatternMatches(String pattern, String name, boolean matches) {
        assertThat(ListPattern.of(pattern).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"%, true", "#user.%, true", "#user, true", "*, false", "#user.%*, false"})
    void levelsAreListedUnlessTheFoldersBelowMatchAnyhow(String pattern, boolean lists) {
        assertThat(ListPattern.of(pattern).listsLevels()).isEqualTo(lists);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "%", "*%", "a*", "%a"})
    void thousandsOfWildcardsTakeNoTime(String repeated) {
        String huge = "#user." + repeated.repeat(100_000);
        assertAtOnce(
                () -> {
                    try {
                        ListPattern.of(huge).matches("#user." + "a".repeat(200));
                    } catch (IllegalArgumentException e) {
                        assertThat(e).hasMessageContaining("more than 1000 characters");
                    }
                });
    }

    @Test
    void aHundredThousandCharactersAreRefusedAtOnce() {
        assertAtOnce(
                () ->
                        assertThatThrownBy(() -> ListPattern.of("#user." + "a".repeat(100_000)))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage("The mailbox pattern has more than 1000 characters"));
        assertThat(ListPattern.of("*".repeat(100_000)).matches("#user")).isTrue();
    }

    private static void assertAtOnce(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Duration spent =
                Assertions.assertTimeoutPreemptively(
                        TIMEOUT,
                        () -> {
                            long before = threads.getCurrentThreadCpuTime();
                            work.run();
                            return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
                        });
        assertThat(spent).isLessThan(AT_ONCE);
    }

    /** What is left out of a search must never be what the pattern matches. */
    @Test
    void nothingThatMatchesIsRuledOutBeforehand() {
        Random random = new Random(2342);
        for (int i = 0; i < 50_000; i++) {
            ListPattern pattern = ListPattern.of(randomPattern(random));
            for (String name : NAMES) {
                if (pattern.matches(name)) {
                    assertThat(pattern.canMatchOtherUsers()).as("%s", pattern).isTrue();
                    assertThat(pattern.canMatchBelow(ownerIn(name))).as("%s", pattern).isTrue();
                }
            }
        }
    }

    private static String ownerIn(String name) {
        int end = name.indexOf('.', "#user.".length());
        return end < 0 ? name : name.substring(0, end);
    }

    /** The start of a name, and then anything: few such patterns match nothing. */
    private static String randomPattern(Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        StringBuilder pattern =
                new StringBuilder(name.substring(0, random.nextInt(name.length() + 1)));
        String alphabet = "*%.#userabc";
        for (int rest = random.nextInt(4); rest > 0; rest--) {
            pattern.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return pattern.toString();
    }

    @Test
    void aPatternThatNobodyMeansIsTooWild() {
        assertThat(ListPattern.isTooWild("a".repeat(5_000))).isFalse();
        assertThat(ListPattern.isTooWild("%*".repeat(50))).isFalse();
        assertThat(ListPattern.isTooWild("%*".repeat(50) + "*")).isTrue();
    }
}
