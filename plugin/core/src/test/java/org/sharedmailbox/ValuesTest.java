/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Collectors;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.failure.RequestRefusedException;

/** Values are equal if all their properties are: the code is generated, and checked here. */
class ValuesTest {
    static List<Class<?>> values() {
        return new ClassFileImporter()
                        .withImportOption(new StructureRules.NoTests())
                        .importPackages("org.sharedmailbox")
                        .stream()
                        .filter(type -> type.getSimpleName().startsWith("AutoValue_"))
                        .filter(type -> !type.getSimpleName().equals("Builder"))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsEqualToOneThatSaysTheSame(Class<?> value) {
        EqualsVerifier.forClass(value)
                .withPrefabValues(
                        RequestRefusedException.class,
                        RequestRefusedException.notFound("one"),
                        RequestRefusedException.notFound("another"))
                .suppress(Warning.NULL_FIELDS)
                .verify();
    }

    @Test
    void thereAreValues() {
        assertThat(values()).hasSizeGreaterThan(10);
    }
}
