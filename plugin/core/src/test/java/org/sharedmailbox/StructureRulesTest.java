/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The rules find what they forbid. */
class StructureRulesTest {
    @Test
    void whatIsStaticDoesNotChange() {
        assertHolds(StructureRules.noStaticStateBut(), Constant.class);
        assertBroken(StructureRules.noStaticStateBut(), "count", Counter.class);
        assertBroken(StructureRules.noStaticStateBut(), "NAMES", Names.class);
        assertHolds(StructureRules.noStaticStateBut("Names.NAMES"), Names.class);
    }

    @Test
    void threadsAreMadeByWhoIsNamedForIt() {
        assertBroken(StructureRules.noThreadsAreMadeBut(), "new", Starter.class);
        assertBroken(StructureRules.noThreadsAreMadeBut(), "newSingleThreadExecutor", Pool.class);
        assertBroken(StructureRules.noThreadsAreMadeBut(), "newSingle", Timed.class);
        assertHolds(StructureRules.noThreadsAreMadeBut("StructureRulesTest"), Timed.class);
    }

    @Test
    void aPackageWithoutADescriptionIsSeen() {
        assertBroken(StructureRules.everyPackageIsDescribed(), "org.sharedmailbox", Constant.class);
    }

    @Test
    void whatRulesNameExists() {
        JavaClasses classes = new ClassFileImporter().importClasses(Names.class);

        assertThatCode(
                        () -> {
                            StructureRules.requireMatches(classes, List.of("org.sharedmailbox.."));
                            StructureRules.requireExceptions(classes, List.of("Names.NAMES"));
                        })
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () ->
                                StructureRules.requireMatches(
                                        classes, List.of("org.sharedmailbox.gone..")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> StructureRules.requireExceptions(classes, List.of("Names.GONE")))
                .isInstanceOf(AssertionError.class);
    }

    private static void assertHolds(ArchRule rule, Class<?> type) {
        // Together with a class that is never an exception: a rule with nothing to check fails.
        JavaClasses classes =
                new ClassFileImporter().importClasses(type, Constant.class, People.class);

        assertThatCode(() -> rule.check(classes)).doesNotThrowAnyException();
    }

    private static void assertBroken(ArchRule rule, String by, Class<?> type) {
        assertThatThrownBy(() -> rule.check(new ClassFileImporter().importClasses(type)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(by);
    }

    private static final class Constant {
        static final String NAME = "constant";
        static final ImmutableList<String> NAMES = ImmutableList.of(NAME);
    }

    private static final class Counter {
        static int count;
    }

    private static final class Names {
        static final List<String> NAMES = new ArrayList<>();
    }

    private static final class Starter {
        final Thread thread = new Thread(() -> {});
    }

    private static final class Pool {
        final Executor pool = Executors.newSingleThreadExecutor();
    }

    private static final class Timed {
        final Scheduler timer = Schedulers.newSingle("timer");
    }
}
