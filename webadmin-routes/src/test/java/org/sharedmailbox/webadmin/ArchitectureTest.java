/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.apache.james.server.task.json.TaskExtensionModule;
import org.apache.james.webadmin.Routes;
import org.sharedmailbox.StructureRules;
import org.sharedmailbox.guice.Wiring;

/** The rules of this module's packages. */
@AnalyzeClasses(
        packages = "org.sharedmailbox.webadmin",
        importOptions = StructureRules.NoTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.sharedmailbox.webadmin";
    private static final String BULK = ROOT + ".bulk..";
    private static final String DTO = ROOT + ".dto..";
    private static final String TASK = ROOT + ".task..";
    private static final String HTTP = ROOT + ".http..";

    @ArchTest
    static final ArchRule NO_PACKAGE_DEPENDS_ON_ANOTHER_IN_A_CIRCLE =
            StructureRules.noPackageCycles();

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_DESCRIBED = StructureRules.everyPackageIsDescribed();

    @ArchTest
    static final ArchRule HTTP_KNOWS_NO_OTHER_PACKAGE =
            noClasses()
                    .that()
                    .resideInAPackage(HTTP)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT, BULK, DTO);

    @ArchTest
    static final ArchRule DTO_KNOWS_HTTP_AT_MOST =
            noClasses()
                    .that()
                    .resideInAPackage(DTO)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT, BULK);

    @ArchTest
    static final ArchRule BULK_KNOWS_NOTHING_OF_THE_ROUTES =
            noClasses()
                    .that()
                    .resideInAPackage(BULK)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule TASKS_KNOW_NOTHING_OF_HTTP =
            noClasses()
                    .that()
                    .resideInAPackage(TASK)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT, BULK, DTO, HTTP);

    @ArchTest
    static final ArchRule ONLY_ROUTES_LOOK_UP_WHAT_ANSWERS =
            noClasses()
                    .that()
                    .areNotAssignableTo(Routes.class)
                    .and()
                    .areNotAssignableTo(TaskExtensionModule.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Wiring.class);

    @ArchTest
    static final ArchRule ROUTES_HAVE_THE_NAMES_AND_THE_PLACE_THAT_OPERATORS_WRITE =
            classes()
                    .that()
                    .areAssignableTo(Routes.class)
                    .should()
                    .haveSimpleNameEndingWith("Routes")
                    .andShould()
                    .resideInAPackage(ROOT);

    @ArchTest
    static void noRuleIsAboutWhatDoesNotExist(JavaClasses classes) {
        StructureRules.requireMatches(classes, List.of(ROOT, BULK, DTO, HTTP, TASK));
    }
}
