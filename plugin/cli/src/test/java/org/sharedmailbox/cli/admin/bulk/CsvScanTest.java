/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a CSV is cut in parts that James takes. */
class CsvScanTest {
    private static final int A_PART = 5_000;

    @TempDir Path folder;

    @Test
    void whatFitsIsNotCut() throws IOException {
        assertThat(parts("owner,delegate\n" + "a,b\n".repeat(9), 9)).isEmpty();
        assertThat(parts("sep=,\nowner,delegate\n" + "a,b\n".repeat(8) + "a,b", 9)).isEmpty();
        assertThat(parts("owner,delegate\n" + "a,b\n".repeat(9) + "a,b", 9)).isNotEmpty();
    }

    @Test
    void everyPartHasTheHeadingsItsRecordsAndTheirLineNumbers() throws IOException {
        StringBuilder csv = new StringBuilder("owner,delegate,note\r\n");
        for (int i = 0; i < 2 * A_PART + 1; i++) {
            csv.append("o,d").append(i).append(",\"a\nb, \"\"c\"\"\"\r\n");
        }

        List<String> parts = parts(csv.toString(), A_PART);

        assertThat(parts).hasSize(3);
        List<String> all = new ArrayList<>();
        for (String part : parts) {
            List<String> lines = part.lines().collect(Collectors.toList());
            assertThat(lines.get(0)).isEqualTo("owner,delegate,note");
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isEmpty()) {
                    assertThat(i).isEqualTo(all.size() + 1);
                    all.add(lines.get(i));
                }
            }
        }
        assertThat(String.join("\n", all))
                .isEqualTo(csv.toString().replace("\r", "").strip().split("\n", 2)[1]);
    }

    @Test
    void whatASpreadsheetPutsInFrontOfTheHeadingsIsPartOfThem() throws IOException {
        String headings = "\uFEFFsep=;\nowner;delegate\n";

        List<String> parts = parts(headings + "a;b\n".repeat(A_PART + 1), A_PART);

        assertThat(parts).hasSize(2).allMatch(part -> part.startsWith(headings));
        assertThat(parts.get(1)).isEqualTo(headings + "\n".repeat(A_PART) + "a;b\n");
    }

    @Test
    void whatStandsBeforeTheHeadingsIsPartOfThem() throws IOException {
        for (String before : List.of("\r\n\n", "SEP=;\r\n", "\"sep=;\"\n", "\uFEFF\"sep=,\"\n\n")) {
            String headings = before + "owner;delegate\n";

            assertThat(parts(headings + "a;b\n".repeat(A_PART + 1), A_PART))
                    .hasSize(2)
                    .allMatch(part -> part.startsWith(headings));
        }
    }

    @Test
    void aQuotationMarkWithinACellIsACharacter() throws IOException {
        String csv = "owner,delegate,note\na,b,5\" disk\n" + "a,b,\"c\n\"\n".repeat(A_PART);

        List<String> parts = parts(csv, A_PART);

        assertThat(parts).hasSize(2);
        assertThat(parts.get(1)).endsWith("\n\na,b,\"c\n\"\n");
    }

    @Test
    void headingsInQuotesBehindAByteOrderMarkMayHaveALineBreak() throws IOException {
        String headings = "\uFEFF\"owner\n\",delegate\n";

        assertThat(parts(headings + "a,b\n".repeat(A_PART + 1), A_PART))
                .hasSize(2)
                .allMatch(part -> part.startsWith(headings));
    }

    @Test
    void aLastRecordWithoutALineBreakIsInTheLastPart() throws IOException {
        List<String> parts = parts("owner,delegate\n" + "a,b\n".repeat(A_PART) + "last,one", 1);

        assertThat(parts).hasSize(2);
        assertThat(parts.get(1)).endsWith("\nlast,one");
    }

    @Test
    void longRecordsMakeShorterParts() throws IOException {
        String record = "a,b," + "n".repeat(100_000) + "\n";

        List<String> parts = parts("owner,delegate,note\n" + record.repeat(100), 1);

        assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.length() < 5 << 20);
        assertThat(String.join("", parts).split("a,b,n")).hasSize(101);
    }

    private List<String> parts(String csv, long maxLines) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), csv);
        List<String> texts = new ArrayList<>();
        for (CsvPart part : CsvScan.of(file).partsBeyond(maxLines, Long.MAX_VALUE)) {
            assertThat(part.body().contentLength()).isEqualTo(part.octets());
            texts.add(text(part.body()));
        }
        return texts;
    }

    private static String text(BodyPublisher body) {
        var text = BodySubscribers.ofString(StandardCharsets.UTF_8);
        body.subscribe(
                new Flow.Subscriber<ByteBuffer>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        text.onSubscribe(subscription);
                    }

                    @Override
                    public void onNext(ByteBuffer octets) {
                        text.onNext(List.of(octets));
                    }

                    @Override
                    public void onError(Throwable failure) {
                        text.onError(failure);
                    }

                    @Override
                    public void onComplete() {
                        text.onComplete();
                    }
                });
        return text.getBody().toCompletableFuture().join();
    }
}
