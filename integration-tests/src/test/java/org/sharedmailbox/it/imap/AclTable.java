/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A sample, always the same, of all combinations of letters, folder, nesting, grant of the whole
 * mailbox, type, policy, and of the folder that is asked for.
 */
final class AclTable {
    /** The folders of every mailbox. */
    static final List<String> FOLDERS =
            List.of(
                    "INBOX",
                    "INBOX.Salary",
                    "Projects",
                    "Projects.2026",
                    "Projects.2026.May",
                    "Projects2");

    private static final int ROWS = 200;
    private static final long SEED = 4314;
    private static final String ALL = "lrswikxtea";

    /** Whose mailbox it is, and what its type lets members do. */
    enum Mailbox {
        TEAM("support@example.com", ALL),
        ARCHIVE("old@example.com", "lrsw"),
        PERSONAL("owner@example.com", ALL);

        final String owner;
        final String cap;

        Mailbox(String owner, String cap) {
            this.owner = owner;
            this.cap = cap;
        }

        String local() {
            return owner.substring(0, owner.indexOf('@'));
        }
    }

    /** What the policy of the domain is when the folder is used, and which letters it leaves. */
    enum Policy {
        OPEN("{}", ALL),
        READ("{\"allowedRights\":[\"READ\"]}", "lr"),
        READ_AND_MANAGE("{\"allowedRights\":[\"READ_AND_MANAGE\"]}", "lrswikxte"),
        OFF("{\"enabled\":false}", "");

        final String json;
        final String letters;

        Policy(String json, String letters) {
            this.json = json;
            this.letters = letters;
        }
    }

    private AclTable() {}

    static List<Row> rows() {
        List<Row> all = new ArrayList<>();
        for (String whole : List.of("", "lr", ALL)) {
            for (String letters : List.of("", "l", "lr", "rs", "lrs", "ia", "lrswikxte", ALL)) {
                for (String named : List.of("INBOX", "Projects", "Projects.2026")) {
                    for (boolean withSubfolders : List.of(true, false)) {
                        all.addAll(everywhere(whole, letters, named, withSubfolders));
                    }
                }
            }
        }
        all.removeIf(row -> row.whole.isEmpty() && row.letters.isEmpty());
        // There would be more of nothing than of anything else.
        all.removeIf(row -> row.policy == Policy.OFF && !row.asked.equals(row.named));
        Collections.shuffle(all, new Random(SEED));
        return all.subList(0, ROWS);
    }

    private static List<Row> everywhere(
            String whole, String letters, String named, boolean withSubfolders) {
        List<Row> rows = new ArrayList<>();
        for (String asked : FOLDERS) {
            for (Mailbox mailbox : Mailbox.values()) {
                for (Policy policy : Policy.values()) {
                    rows.add(
                            new Row(whole, letters, named, withSubfolders, asked, mailbox, policy));
                }
            }
        }
        return rows;
    }

    /** One combination. */
    static final class Row {
        final String whole;
        final String letters;
        final String named;
        final boolean withSubfolders;
        final String asked;
        final Mailbox mailbox;
        final Policy policy;

        Row(
                String whole,
                String letters,
                String named,
                boolean withSubfolders,
                String asked,
                Mailbox mailbox,
                Policy policy) {
            this.whole = whole;
            this.letters = letters;
            this.named = named;
            this.withSubfolders = withSubfolders;
            this.asked = asked;
            this.mailbox = mailbox;
            this.policy = policy;
        }

        /** Whether a mail program could have set it: a folder alone, some letters to be had. */
        boolean canBeSetByImap() {
            return !withSubfolders && (letters.isEmpty() || !capped(letters).isEmpty());
        }

        /** As {@code access} of PUT. */
        String access() {
            String entry =
                    String.format(
                            "{\"folder\":\"%s\",\"letters\":\"%s\",\"subfolders\":%s}",
                            named, letters, withSubfolders);
            return "{\"access\":["
                    + (whole.isEmpty() ? "" : "{\"folder\":null,\"letters\":\"" + whole + "\"},")
                    + entry
                    + "]}";
        }

        /** The rights that are effective in the folder that is asked for. */
        String effective() {
            boolean below = withSubfolders && asked.startsWith(named + ".");
            String decided = asked.equals(named) || below ? letters : whole;
            return capped(decided).replaceAll("[^" + policy.letters + "-]", "");
        }

        private String capped(String some) {
            return some.replaceAll("[^" + mailbox.cap + "]", "");
        }

        @Override
        public String toString() {
            return String.join(
                    " ",
                    mailbox.name(),
                    policy.name(),
                    "'" + whole + "' *",
                    "'" + letters + "'",
                    named + (withSubfolders ? ".*" : ""),
                    "in",
                    asked);
        }
    }
}
