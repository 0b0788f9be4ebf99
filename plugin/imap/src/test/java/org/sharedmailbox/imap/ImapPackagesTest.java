/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.james.events.EventListener;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageManager;
import org.sharedmailbox.StructureRules;
import org.sharedmailbox.imap.command.InterceptingProcessor;

/** The rules of this module's packages; the package's comment is the map that they hold. */
@AnalyzeClasses(packages = "org.sharedmailbox.imap", importOptions = StructureRules.NoTests.class)
class ImapPackagesTest {
    /** Each may know those before it. */
    private static final List<String> LAYERS =
            List.of("proxy", "name", "decode", "response", "session", "command", "access");

    private static final List<String> SUBJECTS =
            List.of("login", "mailbox", "message", "transfer", "idle", "list", "acl");

    private static final String[] ALL_SUBJECTS =
            SUBJECTS.stream().map(ImapPackagesTest::pattern).toArray(String[]::new);

    @ArchTest
    static final ArchRule NO_PACKAGE_DEPENDS_ON_ANOTHER_IN_A_CIRCLE =
            StructureRules.noPackageCycles();

    @ArchTest
    static final ArchRule EVERY_PACKAGE_SAYS_WHAT_MAY_LIVE_THERE =
            StructureRules.everyPackageIsDescribed();

    @ArchTest static final ArchRule NOTHING_STATIC_CHANGES = StructureRules.noStaticStateBut();

    @ArchTest
    static final ArchRule THREADS_ARE_MADE_IN_ONE_CLASS =
            StructureRules.noThreadsAreMadeBut("BlockingScheduler");

    @ArchTest
    static void everyPackageIsALayerOrASubject(JavaClasses classes) {
        String root = SharedMailboxImapPackage.class.getPackageName();
        assertThat(
                        classes.stream()
                                .map(JavaClass::getPackageName)
                                .filter(name -> !name.equals(root))
                                .map(name -> name.substring(root.length() + 1))
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Iterables.concat(LAYERS, SUBJECTS));
    }

    @ArchTest
    static void eachLayerKnowsOnlyThoseBelowIt(JavaClasses classes) {
        List<String> above = new ArrayList<>(LAYERS);
        for (String layer : LAYERS) {
            above.remove(layer);
            noClasses()
                    .that()
                    .resideInAPackage(pattern(layer))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(ALL_SUBJECTS)
                                    .or(
                                            resideInAnyPackage(
                                                    above.stream()
                                                            .map(ImapPackagesTest::pattern)
                                                            .toArray(String[]::new))))
                    .allowEmptyShould(false)
                    .check(classes);
        }
    }

    @ArchTest
    static void noSubjectKnowsAnother(JavaClasses classes) {
        for (String subject : SUBJECTS) {
            noClasses()
                    .that()
                    .resideInAPackage(pattern(subject))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(ALL_SUBJECTS)
                                    .and(not(resideInAPackage(pattern(subject)))))
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_ROOT =
            noClasses()
                    .that()
                    .resideInAPackage("org.sharedmailbox.imap.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.sharedmailbox.imap");

    /** James's interfaces grow: a class that implements one keeps what is new from the object. */
    @ArchTest
    static final ArchRule OBJECTS_OF_JAMES_ARE_WRAPPED_IN_PROXIES =
            noClasses()
                    .should()
                    .implement(Responder.class)
                    .orShould()
                    .implement(ImapSession.class)
                    .orShould()
                    .implement(SelectedMailbox.class)
                    .orShould()
                    .implement(EventListener.class)
                    .orShould()
                    .implement(MailboxManager.class)
                    .orShould()
                    .implement(MessageManager.class);

    /** The one that James loads by name; the rest is this module's own business. */
    @ArchTest
    static final ArchRule ONLY_THE_ENTRY_POINT_LOOKS_SERVICES_UP =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(SharedMailboxImapPackage.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.sharedmailbox.guice..", "com.google.inject..");

    /** Of the same simple name as the processor of James whose place it takes. */
    @ArchTest
    static void aProcessorIsFoundByItsCommand(JavaClasses classes) {
        Map<String, String> namesOfJames =
                ReplacedProcessors.BY_DEFAULT_PROCESSOR.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.getValue().getName(),
                                        entry -> entry.getKey().getSimpleName()));
        assertThat(
                        classes.stream()
                                .filter(type -> type.isAssignableTo(InterceptingProcessor.class))
                                .filter(type -> !type.getModifiers().contains(ABSTRACT))
                                .collect(
                                        Collectors.toMap(
                                                JavaClass::getName, JavaClass::getSimpleName)))
                .isEqualTo(namesOfJames);
    }

    private static String pattern(String subpackage) {
        return "org.sharedmailbox.imap." + subpackage + "..";
    }
}
