/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import com.google.common.reflect.Reflection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

/** What becomes of a download that cannot be finished. */
class CsvDownloadTest {
    private static final Supplier<Collection<String>> A_AND_B = () -> List.of("a", "b");
    private static final Supplier<Collection<String>> NOTHING_MORE =
            () -> {
                throw new IllegalStateException("The store is gone");
            };

    private final CsvDownload<String> download =
            new CsvDownload<>(ImmutableList.of("name"), List::of);
    private final List<String> done = new ArrayList<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private int room = Integer.MAX_VALUE;

    @Test
    void whatIsReadIsSent() throws IOException {
        send(A_AND_B, A_AND_B);

        assertThat(sent.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFname\r\na\r\nb\r\na\r\nb\r\n");
        assertThat(done).containsExactly("setContentType text/csv; charset=utf-8");
    }

    @Test
    void whatFailsBeforeTheFirstLineIsLeftToBeAnswered() {
        assertThatThrownBy(() -> send(NOTHING_MORE)).hasMessage("The store is gone");

        assertThat(sent.size()).isZero();
        assertThat(done).isEmpty();
    }

    @Test
    void whatFailsOnTheWayCutsTheConnection() throws IOException {
        send(A_AND_B, NOTHING_MORE);

        assertThat(done).endsWith("sendError -1");
    }

    @Test
    void aClientThatHangsUpEndsItQuietly() throws IOException {
        room = 0;

        send(A_AND_B);

        assertThat(done).endsWith("sendError -1");
    }

    @SafeVarargs
    private void send(Supplier<Collection<String>>... parts) throws IOException {
        Iterator<Collection<String>> read =
                Iterators.transform(Iterators.forArray(parts), Supplier::get);
        download.send(read, response());
    }

    private HttpServletResponse response() {
        return Reflection.newProxy(
                HttpServletResponse.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getOutputStream")) {
                        return new Connection();
                    }
                    done.add(method.getName() + " " + arguments[0]);
                    return null;
                });
    }

    private final class Connection extends ServletOutputStream {
        @Override
        public void write(int octet) throws IOException {
            if (sent.size() >= room) {
                throw new IOException("Broken pipe");
            }
            sent.write(octet);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
