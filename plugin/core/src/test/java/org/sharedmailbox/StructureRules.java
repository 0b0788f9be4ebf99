/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The rules of the layout that every module keeps. */
public final class StructureRules {
    // Libraries by name: not every module that uses these rules has them on its class path.
    private static final DescribedPredicate<JavaClass> IMMUTABLE =
            assignableTo("com.google.common.collect.ImmutableCollection")
                    .or(assignableTo("com.google.common.collect.ImmutableMap"))
                    .or(assignableTo("com.google.common.collect.ImmutableMultimap"))
                    .or(assignableTo("com.google.common.collect.ImmutableTable"));

    private static final DescribedPredicate<JavaClass> MUTABLE =
            assignableTo(Collection.class)
                    .or(assignableTo(Map.class))
                    .or(assignableTo("com.google.common.collect.Multimap"))
                    .or(assignableTo("com.google.common.collect.Table"))
                    .and(not(IMMUTABLE))
                    .or(assignableTo(ThreadLocal.class))
                    .or(assignableTo(Executor.class))
                    .or(assignableTo(Timer.class))
                    .or(assignableTo(Random.class))
                    .or(assignableTo(StringBuilder.class))
                    .or(assignableTo("reactor.core.scheduler.Scheduler"))
                    .or(assignableTo("com.github.benmanes.caffeine.cache.Cache"))
                    .or(assignableTo("com.google.common.cache.Cache"))
                    .or(resideInAPackage("java.util.concurrent.atomic.."))
                    .or(resideInAPackage("java.util.concurrent.locks.."))
                    .or(describe("arrays", JavaClass::isArray));

    private StructureRules() {}

    /**
     * Returns the rule that no packages depend on each other in a circle; a subpackage and its
     * parent are two packages.
     */
    public static ArchRule noPackageCycles() {
        return slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();
    }

    /**
     * Returns the rule that every package has a {@code package-info} that says what belongs there.
     */
    public static ArchRule everyPackageIsDescribed() {
        return classes().should(resideInADescribedPackage());
    }

    /**
     * Returns the rule that no class keeps state for the whole process: static fields are
     * constants. Synthetic fields, such as the compiler's tables of a switch, are not checked.
     *
     * @param exceptions fields as {@code SimpleClassName.NAME}; the caller gives a reason for each
     */
    public static ArchRule noStaticStateBut(String... exceptions) {
        Set<String> names = Set.of(exceptions);
        return fields().that()
                .areStatic()
                .and(not(describe("synthetic", StructureRules::isSynthetic)))
                .and(not(describe(names.toString(), field -> names.contains(shortNameOf(field)))))
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(MUTABLE);
    }

    /**
     * Returns the rule that only the named classes create threads, executors, timers or schedulers.
     *
     * @param exceptions simple names of classes
     */
    public static ArchRule noThreadsAreMadeBut(String... exceptions) {
        Set<String> names = Set.of(exceptions);
        return noClasses()
                .that(not(describe(names.toString(), type -> names.contains(nameOf(type)))))
                .should()
                .callMethodWhere(target(owner(assignableTo(Executors.class))))
                .orShould()
                .callMethodWhere(
                        target(owner(assignableTo("reactor.core.scheduler.Schedulers")))
                                .and(target(nameMatching("new.*|from.*"))))
                .orShould()
                .callConstructorWhere(
                        target(
                                owner(
                                        assignableTo(Thread.class)
                                                .or(assignableTo(Timer.class))
                                                .or(assignableTo(Executor.class)))));
    }

    /**
     * Fails if one of the patterns matches no class: a rule about packages that do not exist
     * protects nothing.
     */
    public static void requireMatches(JavaClasses classes, Collection<String> patterns) {
        for (String pattern : patterns) {
            if (classes.that(resideInAPackage(pattern)).isEmpty()) {
                throw new AssertionError("No class is in " + pattern + ", which a rule names");
            }
        }
    }

    /** Fails if one of the exceptions names a class or a field that does not exist. */
    public static void requireExceptions(JavaClasses classes, Collection<String> exceptions) {
        for (String exception : exceptions) {
            if (classes.stream().noneMatch(type -> isNamedBy(exception, type))) {
                throw new AssertionError("There is no " + exception + ", which a rule excepts");
            }
        }
    }

    private static boolean isNamedBy(String exception, JavaClass type) {
        return exception.equals(type.getSimpleName())
                || type.getFields().stream()
                        .map(StructureRules::shortNameOf)
                        .anyMatch(exception::equals);
    }

    private static String shortNameOf(JavaField field) {
        return field.getOwner().getSimpleName() + "." + field.getName();
    }

    private static String nameOf(JavaClass type) {
        return type.getEnclosingClass().map(StructureRules::nameOf).orElse(type.getSimpleName());
    }

    private static boolean isSynthetic(JavaField field) {
        return field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static ArchCondition<JavaClass> resideInADescribedPackage() {
        return new ArchCondition<>("reside in a package that has a package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean described = type.getPackage().tryGetPackageInfo().isPresent();
                events.add(
                        new SimpleConditionEvent(
                                type, described, type.getPackageName() + " of " + type.getName()));
            }
        };
    }

    /** One slice for each package, by its full name. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }

    /** Leaves out tests, also those below {@code target/fast} and in the core's test jar. */
    public static final class NoTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }
}
