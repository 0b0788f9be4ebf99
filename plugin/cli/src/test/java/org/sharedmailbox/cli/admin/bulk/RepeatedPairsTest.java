/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedmailbox.cli.http.CommandFailedException;

/** Which lines of a file are about the same delegate of the same mailbox. */
class RepeatedPairsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner,delegate\no@a,d@a\no@a,d@a\n",
                "delegate,note,owner\nd@a,x,o@a\nd@a,y,o@a",
                "\uFEFFOwner ; Delegate;;\r\no@a;d@a;;\r\nO@A; d@a ;;\r\n",
                "\"owner\",\"delegate\"\n\"o@a\",d@a\n'o@a'\no@a,\"d@a\"\n",
                "owner,\"delegate\",note\no@a,d@a,\"a;b\"\no@a,d@a,\n"
            })
    void theyAreFoundAsJamesReadsThem(String csv) throws IOException {
        JsonObject fault = faults(csv).get(0).getAsJsonObject();

        assertThat(fault.get("message").getAsString())
                .isEqualTo("Line 2 already grants o@a to d@a; leave one of the two out");
        assertThat(fault.get("field").getAsString()).isEqualTo("delegate");
        assertThat(fault.get("line").getAsInt()).isBetween(3, 4);
    }

    @Test
    void aFileInAnotherCharacterSetIsLeftToJames() throws IOException {
        Path csv = folder.resolve("windows.csv");
        Files.write(
                csv,
                "owner,delegate\no@a,m\u00FCller@a\no@a,m\u00F6ller@a\n"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThatCode(() -> RepeatedPairs.refuse(csv)).doesNotThrowAnyException();
    }

    @Test
    void linesAreCountedAsInTheFile() throws IOException {
        String csv =
                "sep=;\n\nowner;delegate;note\no@a;d@a;\"two\nlines\"\n;;\n;;\n\n+o@a;d@a;\n"
                        + "'+o@a;d@a;\no@a;D@A;x\n";

        JsonArray faults = faults(csv);

        assertThat(faults).hasSize(2);
        assertThat(faults.toString())
                .contains("\"line\":10,", "Line 9 already grants +o@a to d@a")
                .contains("\"line\":11,", "Line 4 already grants o@a to d@a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner,delegate\no@a,d@a\nd@a,o@a\no@a,d@b\n",
                "owner,delegate\no@a,\no@a,\n,d@a\n,d@a\n,\n,\n",
                "owner,rights\no@a,READ\no@a,READ\n",
                "owner,delegate\no@a\no@a\n",
                "owner,delegate\no@a,\"d@a\" x\no@a,d@a\no@a,d@a\n",
                "sep=;",
                "\n"
            })
    void whatIsOtherwiseIsLeftToJames(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), csv);

        assertThatCode(() -> RepeatedPairs.refuse(file)).doesNotThrowAnyException();
    }

    @Test
    void ofManyThereIsAnEnd() throws IOException {
        StringBuilder csv = new StringBuilder("owner,delegate\n");
        for (int i = 0; i < 10_000; i++) {
            csv.append("o@a,d").append(i % 5_000).append("@a\n");
        }

        assertThat(faults(csv.toString())).hasSize(1000);
        assertThat(faults("owner,delegate\n" + "o@a,d@a\n".repeat(5_000))).hasSize(1000);
    }

    private JsonArray faults(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), csv);
        CommandFailedException refusal =
                catchThrowableOfType(
                        CommandFailedException.class, () -> RepeatedPairs.refuse(file));
        return JsonParser.parseString(refusal.answer().orElseThrow())
                .getAsJsonObject()
                .getAsJsonArray("errors");
    }
}
