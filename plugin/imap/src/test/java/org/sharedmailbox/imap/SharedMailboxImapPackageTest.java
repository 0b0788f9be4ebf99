/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.PermitEnableCapabilityProcessor;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;
import org.junit.jupiter.api.Test;

class SharedMailboxImapPackageTest {
    private static final ImapPackage STOCK = ImapPackage.DEFAULT;

    private final SharedMailboxImapPackage installed = new SharedMailboxImapPackage(true);

    @Test
    void eachDeskStandsInThePlaceOfItsStockProcessor() {
        List<ClassName> stock = new ArrayList<>(STOCK.processors());
        List<ClassName> ours = new ArrayList<>(installed.processors());

        assertThat(ours).hasSameSizeAs(stock).doesNotHaveDuplicates();
        Desks.BY_STOCK_PROCESSOR.forEach(
                (processor, desk) ->
                        assertThat(ours.get(stock.indexOf(new ClassName(processor.getName()))))
                                .isEqualTo(new ClassName(desk.getName())));
        List<ClassName> unchanged = new ArrayList<>(stock);
        unchanged.removeAll(
                Desks.BY_STOCK_PROCESSOR.keySet().stream()
                        .map(processor -> new ClassName(processor.getName()))
                        .collect(Collectors.toList()));
        assertThat(ours).containsSubsequence(unchanged);
        assertThat(unchanged.size() + Desks.BY_STOCK_PROCESSOR.size()).isEqualTo(stock.size());
    }

    @Test
    void aDeskHasTheCapabilitiesOfItsStockProcessor() {
        Desks.BY_STOCK_PROCESSOR.forEach(
                (processor, desk) -> {
                    for (Class<?> role :
                            List.of(
                                    CapabilityImplementingProcessor.class,
                                    PermitEnableCapabilityProcessor.class)) {
                        assertThat(role.isAssignableFrom(desk))
                                .as("%s as %s", desk, role)
                                .isEqualTo(role.isAssignableFrom(processor));
                    }
                });
    }

    @Test
    void ourResponsesHaveEncodersBesideStocks() {
        assertThat(installed.encoders())
                .containsAll(STOCK.encoders())
                .contains(
                        new ClassName(RefusalEncoder.class.getName()),
                        new ClassName(UntaggedLineEncoder.class.getName()))
                .hasSize(STOCK.encoders().size() + 2);
    }

    @Test
    void eachParserStandsInThePlaceOfItsStockParser() {
        List<ClassName> stock = new ArrayList<>(STOCK.decoders());
        List<ClassName> ours = new ArrayList<>(installed.decoders());

        assertThat(ours).hasSameSizeAs(stock).doesNotHaveDuplicates();
        Parsers.BY_STOCK_PARSER.forEach(
                (parser, replacement) ->
                        assertThat(ours.get(stock.indexOf(new ClassName(parser.getName()))))
                                .isEqualTo(new ClassName(replacement.getName())));
        stock.removeAll(ours);
        assertThat(stock).hasSize(Parsers.BY_STOCK_PARSER.size());
    }

    @Test
    void withoutOurModuleItIsStock() {
        SharedMailboxImapPackage stock = new SharedMailboxImapPackage(false);

        assertThat(stock.processors()).containsExactlyElementsOf(STOCK.processors());
        assertThat(stock.decoders()).containsExactlyElementsOf(STOCK.decoders());
    }
}
