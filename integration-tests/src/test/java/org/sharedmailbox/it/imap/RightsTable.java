/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * imap.md, "Rights", for the commands that name or use one mailbox: who, what they have opened and
 * how, what they say, the tagged answer, the flags of the mails afterwards. {@code %s} is the
 * folder, {@code {}} a literal, {@code …} the rest of a line. The one mail that is there has {@code
 * \\Deleted \\Flagged}.
 */
final class RightsTable {
    private static final String NOPERM = "NO [NOPERM] You do not have the right to do this here.";
    private static final String NONEXISTENT = "NO [NONEXISTENT] No such mailbox.";
    private static final String KEPT = "\\Deleted \\Flagged";

    private RightsTable() {}

    static Stream<Arguments> rows() {
        return Stream.of(opening(), nonexistent(), noRight(), reading(), changing(), removing())
                .flatMap(List::stream)
                .map(row -> Arguments.of((Object[]) row.split(" *\\| *", -1)));
    }

    private static List<String> opening() {
        return List.of(
                "reader    | none | SELECT \"%s\"  | OK [READ-ONLY] SELECT completed. | " + KEPT,
                "reader    | none | EXAMINE \"%s\" | OK [READ-ONLY] EXAMINE completed. | " + KEPT,
                "reader    | none | STATUS \"%s\" (MESSAGES) | OK STATUS completed. | " + KEPT,
                "manager   | none | SELECT \"%s\"  | OK [READ-WRITE] SELECT completed. | " + KEPT,
                "manager   | none | EXAMINE \"%s\" | OK [READ-ONLY] EXAMINE completed. | " + KEPT,
                "archivist | none | SELECT \"%s\"  | OK [READ-WRITE] SELECT completed. | " + KEPT,
                "inside    | none | SELECT \"%s\"  | OK [READ-WRITE] SELECT completed. | " + KEPT,
                "inside    | none | STATUS \"%s\" (UNSEEN) | OK STATUS completed. | " + KEPT);
    }

    /** What somebody may not even know of looks as if it were not there. */
    private static List<String> nonexistent() {
        return Stream.of("sender", "stranger", "outside", "early", "late")
                .flatMap(who -> naming(who, NONEXISTENT))
                .collect(Collectors.toList());
    }

    private static List<String> noRight() {
        return Stream.concat(
                        naming("granter", NOPERM),
                        Stream.of(
                                "reader    | none | APPEND \"%s\" {} | " + NOPERM + " | " + KEPT,
                                "archivist | none | APPEND \"%s\" {} | " + NOPERM + " | " + KEPT))
                .collect(Collectors.toList());
    }

    private static Stream<String> naming(String who, String answer) {
        return Stream.of(
                        "SELECT \"%s\"",
                        "EXAMINE \"%s\"", "STATUS \"%s\" (MESSAGES)", "APPEND \"%s\" (\\Seen) {}")
                .map(command -> String.join("|", who, "none", command, answer, KEPT));
    }

    private static List<String> reading() {
        return Arrays.asList(
                "reader    | SELECT  | FETCH 1 (BODY[])  | OK FETCH completed.    | " + KEPT,
                "manager   | EXAMINE | FETCH 1 (BODY[])  | OK FETCH completed.    | " + KEPT,
                "archivist | SELECT  | FETCH 1 (BODY[])  | OK FETCH completed. | "
                        + KEPT
                        + " \\Seen",
                "manager   | SELECT  | FETCH 1 (BODY[])  | OK FETCH completed. | "
                        + KEPT
                        + " \\Seen",
                "manager   | SELECT  | FETCH 1 (BODY.PEEK[]) | OK FETCH completed. | " + KEPT,
                "reader    | SELECT  | UID FETCH 1:* (RFC822) | OK FETCH completed. | " + KEPT,
                "reader    | SELECT  | SEARCH FLAGGED    | OK SEARCH completed.   | " + KEPT,
                "reader    | SELECT  | NOOP              | OK NOOP completed.     | " + KEPT,
                "reader    | SELECT  | CHECK             | OK CHECK completed.    | " + KEPT,
                "reader    | SELECT  | UNSELECT          | OK UNSELECT completed. | " + KEPT);
    }

    private static List<String> changing() {
        String some = "NO [CANNOT] You may change only some flags here: use +FLAGS or -FLAGS with…";
        return Arrays.asList(
                "reader    | SELECT  | STORE 1 +FLAGS (\\Seen)            | " + NOPERM + "|" + KEPT,
                "reader    | SELECT  | STORE 1 -FLAGS.SILENT (\\Flagged)  | " + NOPERM + "|" + KEPT,
                "reader    | SELECT  | STORE 1 FLAGS ()                   | " + NOPERM + "|" + KEPT,
                "reader    | SELECT  | UID STORE 1:* +FLAGS (keyword)     | " + NOPERM + "|" + KEPT,
                "manager   | EXAMINE | STORE 1 +FLAGS (\\Seen)            | " + NOPERM + "|" + KEPT,
                "archivist | SELECT  | STORE 1 -FLAGS (\\Deleted)         | " + NOPERM + "|" + KEPT,
                "archivist | SELECT  | STORE 1 -FLAGS (\\Deleted \\Flagged) | OK… | \\Deleted",
                "archivist | SELECT  | STORE 1 FLAGS (\\Answered word)    | OK… |"
                        + " \\Answered \\Deleted word",
                "archivist | SELECT  | STORE 1 FLAGS.SILENT ()            | OK… | \\Deleted",
                "archivist | SELECT  | STORE 1 FLAGS (\\Flagged)          | OK… | " + KEPT,
                "archivist | SELECT  | STORE 1 (UNCHANGEDSINCE 99) FLAGS (\\Seen) | "
                        + some
                        + "|"
                        + KEPT,
                "manager   | SELECT  | STORE 1 FLAGS (\\Seen word) | OK… | \\Seen word",
                "manager   | none    | APPEND \"%s\" (\\Seen) {} | OK [APPENDUID … | "
                        + KEPT
                        + ", \\Seen",
                "inside    | none    | APPEND \"%s\" {}          | OK [APPENDUID … | "
                        + KEPT
                        + ", ");
    }

    private static List<String> removing() {
        return Arrays.asList(
                "reader    | SELECT  | EXPUNGE       | " + NOPERM + " | " + KEPT,
                "reader    | SELECT  | UID EXPUNGE 1 | " + NOPERM + " | " + KEPT,
                "archivist | SELECT  | EXPUNGE       | " + NOPERM + " | " + KEPT,
                "manager   | EXAMINE | EXPUNGE       | " + NOPERM + " | " + KEPT,
                "manager   | SELECT  | EXPUNGE       | OK EXPUNGE completed. | gone",
                "manager   | SELECT  | UID EXPUNGE 1 | OK EXPUNGE completed. | gone",
                "reader    | SELECT  | CLOSE         | OK CLOSE completed.   | " + KEPT,
                "archivist | SELECT  | CLOSE         | OK CLOSE completed.   | " + KEPT,
                "manager   | EXAMINE | CLOSE         | OK CLOSE completed.   | " + KEPT,
                "manager   | SELECT  | CLOSE         | OK CLOSE completed.   | gone",
                "reader    | SELECT  | MOVE 1 INBOX  | NO…                   | " + KEPT,
                "archivist | SELECT  | MOVE 1 INBOX  | NO…                   | " + KEPT,
                "manager   | EXAMINE | MOVE 1 INBOX  | NO…                   | " + KEPT);
    }
}
