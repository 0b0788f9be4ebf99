/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;

/** The rules for the packages of the core. */
@AnalyzeClasses(packages = "org.sharedmailbox", importOptions = StructureRules.NoTests.class)
class ArchitectureTest {
    private static final String[] DOMAIN = {
        "org.sharedmailbox.model..",
        "org.sharedmailbox.mailbox..",
        "org.sharedmailbox.delegation..",
        "org.sharedmailbox.acl..",
        "org.sharedmailbox.policy..",
        "org.sharedmailbox.administration..",
        "org.sharedmailbox.sending..",
        "org.sharedmailbox.sidedoor..",
        "org.sharedmailbox.notice..",
        "org.sharedmailbox.autoreply..",
        "org.sharedmailbox.audit..",
        "org.sharedmailbox.transaction..",
        "org.sharedmailbox.paging..",
        "org.sharedmailbox.failure.."
    };

    private static final String[] AROUND_THE_DOMAIN = {
        "org.sharedmailbox.store..",
        "org.sharedmailbox.guice..",
        "org.sharedmailbox.james..",
        "org.sharedmailbox.config..",
        "org.sharedmailbox.health.."
    };

    private static final Class<?>[] TIMES = {
        Instant.class,
        LocalDate.class,
        LocalDateTime.class,
        OffsetDateTime.class,
        ZonedDateTime.class
    };

    /** Whether a thread may block is a property of the thread, whichever objects it uses. */
    private static final String MAY_BLOCK = "NonBlocking.ACTIVE";

    /** Follows folders on a thread of its own, one change after the other. */
    private static final String FOLLOWS_FOLDERS = "FolderEvents";

    private static final String WATCHES_ACCOUNTS = "AccountWatch";

    private static final String LOOKS_AFTER_THE_AUDIT_LOG = "AuditUpkeep";

    /** Sweeps up what delegations leave that have ended. */
    private static final String SWEEPS = "ExpirySweep";

    /** Writes what people did with mail, many entries at a time. */
    private static final String WRITES_THE_AUDIT_LOG = "AuditWriter";

    /** Waits for a database that is away, so that no command has to. */
    private static final String WAITS_FOR_THE_STORE = "StoreCircuit";

    /** Waits for what other servers tell. */
    private static final String HEARS_OF_OTHER_SERVERS = "NewsWatch";

    /** Sends notices after the change that they are about, so that nobody waits for it. */
    private static final String SENDS_NOTICES = "NoticeCourier";

    private static final String WATCHES_SIGN_INS = "SignInWatch";

    /** Waits for James, which waits for its users. */
    private static final String CLOSES_CONNECTIONS = "JamesDisconnections";

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_FRAMEWORK =
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.google.inject..",
                            "spark..",
                            "com.fasterxml.jackson..",
                            "javax.mail..",
                            "javax.sql..",
                            "java.sql..",
                            "org.jdbi..",
                            "org.flywaydb..",
                            "com.zaxxer..",
                            "org.apache.commons.configuration2..",
                            "reactor..");

    @ArchTest
    static final ArchRule CACHES_ARE_KEPT_WHERE_WE_SAY_SO =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.sharedmailbox.store..",
                            "org.sharedmailbox.audit..",
                            "org.sharedmailbox.james..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.github.benmanes..");

    @ArchTest
    static final ArchRule NO_PACKAGE_DEPENDS_ON_ANOTHER_IN_A_CIRCLE =
            StructureRules.noPackageCycles();

    @ArchTest
    static final ArchRule EVERY_PACKAGE_SAYS_WHAT_IT_IS_FOR =
            StructureRules.everyPackageIsDescribed();

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES = StructureRules.noStaticStateBut(MAY_BLOCK);

    @ArchTest
    static final ArchRule THREADS_ARE_MADE_WHERE_WE_SAY_SO =
            StructureRules.noThreadsAreMadeBut(
                    FOLLOWS_FOLDERS,
                    WATCHES_ACCOUNTS,
                    LOOKS_AFTER_THE_AUDIT_LOG,
                    SWEEPS,
                    WRITES_THE_AUDIT_LOG,
                    WATCHES_SIGN_INS,
                    SENDS_NOTICES,
                    HEARS_OF_OTHER_SERVERS,
                    CLOSES_CONNECTIONS,
                    WAITS_FOR_THE_STORE);

    @ArchTest
    static void noRuleIsAboutWhatDoesNotExist(JavaClasses classes) {
        StructureRules.requireMatches(classes, List.of(DOMAIN));
        StructureRules.requireMatches(classes, List.of(AROUND_THE_DOMAIN));
        StructureRules.requireExceptions(
                classes,
                List.of(
                        MAY_BLOCK,
                        FOLLOWS_FOLDERS,
                        WATCHES_ACCOUNTS,
                        LOOKS_AFTER_THE_AUDIT_LOG,
                        SWEEPS,
                        WRITES_THE_AUDIT_LOG,
                        WATCHES_SIGN_INS,
                        SENDS_NOTICES,
                        HEARS_OF_OTHER_SERVERS,
                        CLOSES_CONNECTIONS,
                        WAITS_FOR_THE_STORE));
    }

    @ArchTest
    static void everyPackageIsInTheRules(JavaClasses classes) {
        assertThat(
                        classes.that(not(resideInAnyPackage(DOMAIN)))
                                .that(not(resideInAnyPackage(AROUND_THE_DOMAIN))))
                .isEmpty();
    }

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_FAILURES_ONLY =
            noClasses()
                    .that()
                    .resideInAPackage("org.sharedmailbox.model..")
                    .should()
                    .dependOnClassesThat(
                            ours("org.sharedmailbox.model..", "org.sharedmailbox.failure.."));

    @ArchTest
    static final ArchRule SENDING_KNOWS_THE_MODEL_ONLY =
            noClasses()
                    .that()
                    .resideInAPackage("org.sharedmailbox.sending..")
                    .should()
                    .dependOnClassesThat(
                            ours("org.sharedmailbox.sending..", "org.sharedmailbox.model.."));

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NOTHING_AROUND_IT =
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(AROUND_THE_DOMAIN);

    @ArchTest
    static final ArchRule ONLY_THE_WIRING_KNOWS_THE_STORE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.sharedmailbox.store..", "org.sharedmailbox.guice..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.sharedmailbox.store..");

    /** James creates the health check by its name; what is behind it is injected. */
    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_WIRING =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.sharedmailbox.guice..")
                    .and()
                    .doNotHaveSimpleName("SharedMailboxHealthCheck")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.google.inject..", "org.sharedmailbox.guice..");

    @ArchTest
    static final ArchRule ONLY_THE_WIRING_KNOWS_THE_TIME_OF_THE_REAL_WORLD =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.sharedmailbox.guice..")
                    .should()
                    .callMethodWhere(
                            target(owner(assignableTo(Clock.class)))
                                    .and(target(nameStartingWith("system"))))
                    .orShould()
                    .callMethodWhere(target(name("now")).and(target(owner(belongToAnyOf(TIMES)))))
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callConstructor(Date.class);

    @ArchTest
    static final ArchRule A_NAME_IS_A_TERM_AND_NO_LEFT_OVER_WORD =
            classes().should().haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Data)");

    @ArchTest
    static final ArchRule NOBODY_WRITES_TO_THE_CONSOLE =
            noClasses()
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    private static DescribedPredicate<JavaClass> ours(String... butNot) {
        return resideInAPackage("org.sharedmailbox..").and(not(resideInAnyPackage(butNot)));
    }
}
