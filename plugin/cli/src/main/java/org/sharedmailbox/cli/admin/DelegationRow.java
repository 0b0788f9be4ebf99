/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A delegation in a table. */
public final class DelegationRow {
    private DelegationRow() {}

    /** Returns the headings of {@link #after}. */
    public static String[] headings(String... first) {
        return withFirst(
                List.of("RIGHTS", "FOLDERS", "STATE", "FROM", "UNTIL", "LAST USED"), first);
    }

    /** Returns a row that begins with these cells. */
    public static String[] after(JsonObject delegation, String... first) {
        return withFirst(
                List.of(
                        rights(delegation),
                        folders(delegation),
                        Fields.text(delegation, "state"),
                        Fields.time(delegation, "notBefore"),
                        Fields.time(delegation, "notAfter"),
                        lastUse(delegation)),
                first);
    }

    private static String[] withFirst(List<String> cells, String... first) {
        return Stream.concat(Stream.of(first), cells.stream()).toArray(String[]::new);
    }

    static String rights(JsonObject delegation) {
        List<String> rights = Fields.texts(delegation, "rights");
        return rights.isEmpty() ? "-" : String.join(" ", rights);
    }

    /** The entries where names of rights do not say it. */
    static String folders(JsonObject delegation) {
        List<JsonObject> access = Fields.objects(delegation, "access");
        if (access.isEmpty()) {
            return "none";
        }
        if (Fields.texts(delegation, "rights").stream().allMatch(DelegationRow::isToSend)) {
            return access.stream()
                    .map(entry -> Entry.of(entry).toString())
                    .collect(Collectors.joining(" | "));
        }
        List<String> folders = Fields.texts(delegation, "folders");
        return folders.isEmpty() ? "all" : String.join(" | ", folders);
    }

    private static boolean isToSend(String right) {
        return right.startsWith("SEND_");
    }

    /** The last day on which it was used in any way. */
    private static String lastUse(JsonObject delegation) {
        return Fields.value(delegation, "lastUsed")
                .map(value -> value.getAsJsonObject())
                .flatMap(
                        days ->
                                Stream.of("read", "manage", "send")
                                        .map(use -> Fields.text(days, use))
                                        .filter(day -> !day.isEmpty())
                                        .max(String::compareTo))
                .orElse("never");
    }
}
