/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.PermitEnableCapabilityProcessor;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.imap.decode.ReplacedParsers;
import org.sharedmailbox.imap.response.CapabilityResponseEncoder;
import org.sharedmailbox.imap.response.TaggedNoEncoder;
import org.sharedmailbox.imap.response.UntaggedResponseEncoder;

class SharedMailboxImapPackageTest {
    private static final ImapPackage DEFAULT = ImapPackage.DEFAULT;

    /**
     * Processors that stay James's own. Written out, not computed: whoever leaves a processor out
     * of the table by mistake is told here.
     */
    private static final List<String> LEFT_ALONE =
            List.of(
                    "CapabilityProcessor",
                    "CompressProcessor",
                    "EnableProcessor",
                    "IdProcessor",
                    "ImapResponseMessageProcessor",
                    "LogoutProcessor",
                    "SetQuotaProcessor",
                    "StartTLSProcessor",
                    "XListProcessor");

    private final SharedMailboxImapPackage installed = new SharedMailboxImapPackage(true, DEFAULT);

    @Test
    void everyOtherDefaultProcessorIsReplacedByOneOfTheSameNameInItsPlace() {
        List<ClassName> defaults = new ArrayList<>(DEFAULT.processors());
        List<ClassName> ours = new ArrayList<>(installed.processors());

        assertThat(ours).hasSameSizeAs(defaults).doesNotHaveDuplicates();
        for (int i = 0; i < defaults.size(); i++) {
            String name = defaults.get(i).getName();
            boolean leftAlone = LEFT_ALONE.contains(simpleName(name));
            assertThat(ours.get(i).getName().startsWith("org.sharedmailbox.imap."))
                    .as(name)
                    .isNotEqualTo(leftAlone);
            assertThat(simpleName(ours.get(i).getName())).isEqualTo(simpleName(name));
        }
    }

    @Test
    void aProcessorAnnouncesCapabilitiesIfItsDefaultProcessorDoes() {
        ReplacedProcessors.BY_DEFAULT_PROCESSOR.forEach(
                (defaultProcessor, ours) -> {
                    for (Class<?> role :
                            List.of(
                                    CapabilityImplementingProcessor.class,
                                    PermitEnableCapabilityProcessor.class)) {
                        assertThat(role.isAssignableFrom(ours))
                                .as("%s as %s", ours, role)
                                .isEqualTo(role.isAssignableFrom(defaultProcessor));
                    }
                });
    }

    @Test
    void aProcessorThatIsNotKnownIsPutBehindTheGuard() {
        ImapPackage newer = withProcessor("org.apache.james.imap.processor.ReplaceProcessor");

        assertThat(new SharedMailboxImapPackage(true, newer).processors())
                .hasSize(DEFAULT.processors().size() + 1)
                .contains(new ClassName(UnknownCommandsProcessor.class.getName()))
                .doesNotContain(Iterables.getLast(newer.processors()));
        assertThat(installed.processors())
                .doesNotContain(new ClassName(UnknownCommandsProcessor.class.getName()));
    }

    @ParameterizedTest
    @MethodSource("replacedProcessors")
    void whateverIsLeftOutOfTheTableIsNotHandedToTheDefaultProcessor(Class<?> defaultProcessor) {
        assertThat(ReplacedProcessors.isUnknown(new ClassName(defaultProcessor.getName())))
                .isFalse();
        assertThat(ReplacedProcessors.LEFT_ALONE).doesNotContain(defaultProcessor.getName());
    }

    static Stream<Class<?>> replacedProcessors() {
        return ReplacedProcessors.BY_DEFAULT_PROCESSOR.keySet().stream();
    }

    @Test
    void ourResponsesHaveEncodersBesideThoseOfJames() {
        ClassName capabilities =
                new ClassName(
                        org.apache.james.imap.encode.CapabilityResponseEncoder.class.getName());
        assertThat(installed.encoders())
                .containsAll(
                        DEFAULT.encoders().stream()
                                .filter(name -> !name.equals(capabilities))
                                .collect(Collectors.toList()))
                .doesNotContain(capabilities)
                .contains(
                        new ClassName(CapabilityResponseEncoder.class.getName()),
                        new ClassName(TaggedNoEncoder.class.getName()),
                        new ClassName(UntaggedResponseEncoder.class.getName()))
                .hasSize(DEFAULT.encoders().size() + 2);
    }

    @Test
    void eachParserStandsInThePlaceOfItsDefaultParser() {
        List<ClassName> defaults = new ArrayList<>(DEFAULT.decoders());
        List<ClassName> ours = new ArrayList<>(installed.decoders());

        assertThat(ours).hasSameSizeAs(defaults).doesNotHaveDuplicates();
        ReplacedParsers.BY_DEFAULT_PARSER.forEach(
                (parser, replacement) ->
                        assertThat(ours.get(defaults.indexOf(new ClassName(parser.getName()))))
                                .isEqualTo(new ClassName(replacement.getName())));
        defaults.removeAll(ours);
        assertThat(defaults).hasSize(ReplacedParsers.BY_DEFAULT_PARSER.size());
    }

    /** A name that breaks off would end the connection in James's own parser. */
    @Test
    void everyParserOfACommandThatNamesAFolderIsReplaced() {
        assertThat(
                        DEFAULT.decoders().stream()
                                .filter(installed.decoders()::contains)
                                .map(parser -> simpleName(parser.getName()))
                                .collect(Collectors.toList()))
                .containsExactlyInAnyOrder(
                        "AuthenticateCommandParser",
                        "CapabilityCommandParser",
                        "CheckCommandParser",
                        "CloseCommandParser",
                        "CompressCommandParser",
                        "EnableCommandParser",
                        "ExpungeCommandParser",
                        "FetchCommandParser",
                        "GetQuotaCommandParser",
                        "IDCommandParser",
                        "IdleCommandParser",
                        "LoginCommandParser",
                        "LogoutCommandParser",
                        "NamespaceCommandParser",
                        "NoopCommandParser",
                        "SearchCommandParser",
                        "SetQuotaCommandParser",
                        "StartTLSCommandParser",
                        "StoreCommandParser",
                        "UidCommandParser",
                        "UnselectCommandParser");
    }

    @Test
    void withoutOurModuleItIsThePackageOfJames() {
        SharedMailboxImapPackage alone = new SharedMailboxImapPackage(false, DEFAULT);

        assertThat(alone.processors()).containsExactlyElementsOf(DEFAULT.processors());
        assertThat(alone.decoders()).containsExactlyElementsOf(DEFAULT.decoders());
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static ImapPackage withProcessor(String name) {
        return new ImapPackage() {
            @Override
            public Collection<ClassName> processors() {
                return ImmutableList.<ClassName>builder()
                        .addAll(DEFAULT.processors())
                        .add(new ClassName(name))
                        .build();
            }

            @Override
            public Collection<ClassName> decoders() {
                return DEFAULT.decoders();
            }

            @Override
            public Collection<ClassName> encoders() {
                return DEFAULT.encoders();
            }
        };
    }
}
