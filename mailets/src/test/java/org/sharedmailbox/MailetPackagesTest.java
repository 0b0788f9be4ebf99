/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.sharedmailbox.mailet.SharedSentCopy;
import org.sharedmailbox.matcher.RecipientIsSharedMailbox;
import org.sharedmailbox.matcher.SenderIsMemberOf;
import org.sharedmailbox.smtp.SendRightsHook;
import org.sharedmailbox.smtp.SharedMailboxHandlersPackage;

/** The rules of this module's packages. */
@AnalyzeClasses(
        packages = {
            "org.sharedmailbox.smtp",
            "org.sharedmailbox.header",
            "org.sharedmailbox.send",
            "org.sharedmailbox.mailet",
            "org.sharedmailbox.matcher"
        },
        importOptions = StructureRules.NoTests.class)
class MailetPackagesTest {
    private static final String SMTP = "org.sharedmailbox.smtp..";
    private static final String HEADER = "org.sharedmailbox.header..";
    private static final String SEND = "org.sharedmailbox.send..";
    private static final String MAILET = "org.sharedmailbox.mailet..";
    private static final String MATCHER = "org.sharedmailbox.matcher..";

    @ArchTest
    static final ArchRule NO_PACKAGE_DEPENDS_ON_ANOTHER_IN_A_CIRCLE =
            StructureRules.noPackageCycles();

    @ArchTest
    static final ArchRule EVERY_PACKAGE_SAYS_WHAT_IT_IS_FOR =
            StructureRules.everyPackageIsDescribed();

    @ArchTest static final ArchRule NOTHING_STATIC_CHANGES = StructureRules.noStaticStateBut();

    @ArchTest static final ArchRule NO_THREADS_ARE_MADE = StructureRules.noThreadsAreMadeBut();

    @ArchTest
    static void noRuleIsAboutWhatDoesNotExist(JavaClasses classes) {
        StructureRules.requireMatches(classes, List.of(SMTP, HEADER, SEND, MAILET, MATCHER));
    }

    @ArchTest
    static final ArchRule HEADERS_KNOW_NOTHING_OF_WHO_READS_OR_WRITES_THEM =
            noClasses()
                    .that()
                    .resideInAPackage(HEADER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SMTP, SEND, MAILET, MATCHER);

    @ArchTest
    static final ArchRule INSTRUCTIONS_KNOW_NEITHER_THE_HOOK_NOR_THE_MAILETS =
            noClasses()
                    .that()
                    .resideInAPackage(SEND)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SMTP, HEADER, MAILET, MATCHER);

    @ArchTest
    static final ArchRule MAILETS_DO_NOT_KNOW_THE_HOOK =
            noClasses()
                    .that()
                    .resideInAnyPackage(MAILET, MATCHER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(SMTP);

    @ArchTest
    static final ArchRule THE_HOOK_DOES_NOT_KNOW_THE_MAILETS =
            noClasses()
                    .that()
                    .resideInAPackage(SMTP)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(MAILET, MATCHER);

    @ArchTest
    static final ArchRule ONLY_WHAT_JAMES_CREATES_BY_NAME_LOOKS_SERVICES_UP =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(
                            SharedMailboxHandlersPackage.class,
                            SendRightsHook.class,
                            SharedSentCopy.class,
                            RecipientIsSharedMailbox.class,
                            SenderIsMemberOf.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.sharedmailbox.guice..", "com.google.inject..");
}
