/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;

/**
 * What a delegation gives in one place, as people write it: the letters, a blank and the folder, as
 * in the CSV ({@code lr *}, {@code lrs INBOX}, {@code lrswi Projects.*}). Immutable.
 */
final class Entry {
    private static final String BELOW = ".*";

    private final String letters;
    private final Optional<String> folder;
    private final boolean subfolders;

    private Entry(String letters, Optional<String> folder, boolean subfolders) {
        this.letters = letters;
        this.folder = folder;
        this.subfolders = subfolders;
    }

    /** Reads it; without a blank in it, it is about nothing, which WebAdmin says. */
    static Entry parse(String text) {
        int blank = text.indexOf(' ');
        String letters = blank < 0 ? text : text.substring(0, blank);
        String folder = blank < 0 ? "" : text.substring(blank + 1);
        if (folder.equals("*")) {
            return new Entry(letters, Optional.empty(), true);
        }
        return folder.endsWith(BELOW)
                ? new Entry(
                        letters,
                        Optional.of(folder.substring(0, folder.length() - BELOW.length())),
                        true)
                : new Entry(letters, Optional.of(folder), false);
    }

    static Entry of(JsonObject json) {
        return new Entry(
                Fields.text(json, "letters"),
                Fields.value(json, "folder").map(value -> value.getAsString()),
                Fields.value(json, "subfolders").map(value -> value.getAsBoolean()).orElse(false));
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        folder.ifPresentOrElse(
                name -> json.addProperty("folder", name),
                () -> json.add("folder", JsonNull.INSTANCE));
        json.addProperty("letters", letters);
        json.addProperty("subfolders", subfolders);
        return json;
    }

    String letters() {
        return letters;
    }

    /**
     * Returns how closely the entry is about a folder, the closest of which decides: negative if it
     * is not about it.
     */
    int closeness(String name) {
        if (folder.isEmpty()) {
            return 0;
        }
        String own = comparable(folder.get());
        String wanted = comparable(name);
        if (own.equals(wanted)) {
            return subfolders ? Integer.MAX_VALUE - 1 : Integer.MAX_VALUE;
        }
        return subfolders && wanted.startsWith(own + ".") ? own.length() : -1;
    }

    /** INBOX alone is the same in any case. */
    private static String comparable(String name) {
        return name.toUpperCase(Locale.ROOT).matches("INBOX(\\..*)?")
                ? "INBOX" + name.substring("INBOX".length())
                : name;
    }

    @Override
    public String toString() {
        return letters + " " + folder.map(name -> subfolders ? name + BELOW : name).orElse("*");
    }
}
