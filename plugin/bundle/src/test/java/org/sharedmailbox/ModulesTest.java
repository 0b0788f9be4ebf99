/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may know whom among the modules that become one jar; which packages there are at all. */
@AnalyzeClasses(packages = "org.sharedmailbox", importOptions = StructureRules.NoTests.class)
class ModulesTest {
    private static final String[] CORE = {
        "org.sharedmailbox.mailbox..",
        "org.sharedmailbox.delegation..",
        "org.sharedmailbox.acl..",
        "org.sharedmailbox.policy..",
        "org.sharedmailbox.audit..",
        "org.sharedmailbox.paging..",
        "org.sharedmailbox.model..",
        "org.sharedmailbox.administration..",
        "org.sharedmailbox.sending..",
        "org.sharedmailbox.sidedoor..",
        "org.sharedmailbox.notice..",
        "org.sharedmailbox.autoreply..",
        "org.sharedmailbox.transaction..",
        "org.sharedmailbox.failure..",
        "org.sharedmailbox.store..",
        "org.sharedmailbox.config..",
        "org.sharedmailbox.health..",
        "org.sharedmailbox.james..",
        "org.sharedmailbox.guice.."
    };
    private static final String[] IMAP = {"org.sharedmailbox.imap.."};
    private static final String[] MAILETS = {
        "org.sharedmailbox.smtp..",
        "org.sharedmailbox.header..",
        "org.sharedmailbox.send..",
        "org.sharedmailbox.mailet..",
        "org.sharedmailbox.matcher.."
    };
    private static final String[] WEBADMIN = {"org.sharedmailbox.webadmin.."};
    private static final String[] CLI = {"org.sharedmailbox.cli.."};

    private static final List<String> PATTERNS =
            Stream.of(CORE, IMAP, MAILETS, WEBADMIN, CLI)
                    .flatMap(Stream::of)
                    .collect(Collectors.toUnmodifiableList());

    private static final List<String> STATIC_STATE =
            List.of(
                    // Whether a thread may block is a property of the thread.
                    "NonBlocking.ACTIVE");

    private static final List<String> THREAD_MAKERS =
            List.of(
                    // Follows folders on a thread of its own, one change after the other.
                    "FolderEvents",
                    // Ends what hung on accounts that are gone, one after another.
                    "AccountWatch",
                    // Records what was only counted, and removes what is too much, now and then.
                    "AuditUpkeep",
                    // Sweeps up what delegations leave that have ended, every minute.
                    "ExpirySweep",
                    // Writes what people did with mail, many entries at a time.
                    "AuditWriter",
                    // Waits for a database that is away, so that no command has to.
                    "StoreCircuit",
                    // Reads changes of sign-in, so that no command waits for them.
                    "SignInWatch",
                    // Waits for what other servers tell.
                    "NewsWatch",
                    // Sends notices after the change that they are about.
                    "NoticeCourier",
                    // Waits for James to close connections.
                    "JamesDisconnections",
                    // IMAP commands that read the store block threads of its own.
                    "BlockingScheduler");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NONE_OF_THE_OTHERS =
            noClasses()
                    .that(resideInAnyPackage(CORE))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.sharedmailbox..")
                                    .and(not(resideInAnyPackage(CORE))));

    @ArchTest static final ArchRule IMAP_KNOWS_ONLY_THE_CORE = knowsOnlyTheCore(IMAP);

    @ArchTest static final ArchRule MAILETS_KNOW_ONLY_THE_CORE = knowsOnlyTheCore(MAILETS);

    @ArchTest static final ArchRule WEBADMIN_KNOWS_ONLY_THE_CORE = knowsOnlyTheCore(WEBADMIN);

    @ArchTest static final ArchRule CLI_KNOWS_ONLY_THE_CORE = knowsOnlyTheCore(CLI);

    /** But the command line, whose part is to move the store as a whole. */
    @ArchTest
    static final ArchRule NONE_OF_THEM_KNOWS_THE_STORE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(CORE)
                    .and()
                    .resideOutsideOfPackages(CLI)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.sharedmailbox.store..");

    /** What reads the settings of the store, and connects to it, and what knows our lines. */
    private static final String BELOW_THE_COMMAND_LINE =
            "org\\.sharedmailbox\\.(config\\.(Store\\w+|Settings|JamesDatabase"
                    + "|InstallationLine|ConfiguredMailet|(RootMailets|MailetPlace)(\\$\\w+)?"
                    + "|SmtpSignIn|Values)"
                    + "|model\\.DelegationRight"
                    + "|store\\.(Causes|CheckedFilePath|Database|DirectAccess|EmbeddedFile"
                    + "|PostgresConnections|SchemaScripts|StoreFileCheck|StoreSchema"
                    + "|WrittenFiles))";

    /** It runs by the jar alone, in which there is nothing of these. */
    @ArchTest
    static final ArchRule THE_COMMAND_LINE_USES_NOTHING_THAT_JAMES_BRINGS =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.sharedmailbox.cli..", "org.sharedmailbox.store.backup..")
                    .or()
                    .haveNameMatching(BELOW_THE_COMMAND_LINE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.google.common..",
                            "org.slf4j..",
                            "org.apache..",
                            "com.fasterxml..",
                            "com.google.inject..",
                            "reactor..");

    @ArchTest
    static final ArchRule NO_PACKAGE_DEPENDS_ON_ANOTHER_IN_A_CIRCLE =
            StructureRules.noPackageCycles();

    @ArchTest
    static final ArchRule EVERY_PACKAGE_SAYS_WHAT_IT_IS_FOR =
            StructureRules.everyPackageIsDescribed();

    /** The words that docs/contributor/glossary.md has others for. */
    @ArchTest
    static final ArchRule LIMITS_ARE_CALLED_AS_THE_GLOSSARY_HAS_IT =
            noFields().should().haveNameMatching("MOST(_.*)?|(.*_)?PATIENCE(_.*)?|.*_UNLESS_TOLD");

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES =
            StructureRules.noStaticStateBut(STATIC_STATE.toArray(String[]::new));

    @ArchTest
    static final ArchRule THREADS_ARE_MADE_WHERE_WE_SAY_SO =
            StructureRules.noThreadsAreMadeBut(THREAD_MAKERS.toArray(String[]::new));

    @ArchTest
    static void noRuleIsAboutWhatDoesNotExist(JavaClasses classes) {
        StructureRules.requireMatches(classes, PATTERNS);
        StructureRules.requireExceptions(classes, STATIC_STATE);
        StructureRules.requireExceptions(classes, THREAD_MAKERS);
    }

    @ArchTest
    static final ArchRule EVERY_CLASS_BELONGS_TO_A_MODULE =
            classes().should().resideInAnyPackage(PATTERNS.toArray(String[]::new));

    private static ArchRule knowsOnlyTheCore(String... module) {
        return noClasses()
                .that(resideInAnyPackage(module))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.sharedmailbox..")
                                .and(not(resideInAnyPackage(CORE)))
                                .and(not(resideInAnyPackage(module))));
    }
}
