/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.util.List;
import org.sharedmailbox.cli.admin.Fields;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.text.Shown;

/** The faults of the lines of a file, for those who have to mend it. */
final class Faults {
    private static final int MAX_SHOWN = 100;

    private Faults() {}

    /** Writes a line for each, as far as they are not too many. */
    static void show(CommandFailedException refusal, PrintWriter out) {
        List<JsonObject> faults =
                refusal.answer()
                        .map(answer -> JsonParser.parseString(answer).getAsJsonObject())
                        .map(answer -> Fields.objects(answer, "errors"))
                        .orElse(List.of());
        faults.stream().limit(MAX_SHOWN).forEach(fault -> out.println(Shown.of(line(fault))));
        if (faults.size() > MAX_SHOWN) {
            out.println("and " + (faults.size() - MAX_SHOWN) + " more, which --json shows");
        }
    }

    private static String line(JsonObject fault) {
        String field = Fields.text(fault, "field");
        return "line "
                + Fields.text(fault, "line")
                + (field.isEmpty() ? "" : ", " + field)
                + ": "
                + Fields.text(fault, "message");
    }
}
