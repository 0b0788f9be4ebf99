/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.imap;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * imap.md, "Rights", for COPY and MOVE, for what changes the folder itself, and for what is told of
 * it: the columns are those of {@link RightsTable}.
 */
final class FolderRightsTable {
    private static final String NOPERM = "NO [NOPERM] You do not have the right to do this here.";
    private static final String NONEXISTENT = "NO [NONEXISTENT] No such mailbox.";
    private static final String OTHER_OWNER =
            "NO [CANNOT] A mailbox can only be renamed within its owner's mailboxes; create one"
                    + " there and MOVE the messages.";
    private static final String KEPT = "\\Deleted \\Flagged";

    private FolderRightsTable() {}

    static Stream<Arguments> rows() {
        return Stream.of(transferring(), folders(), facts(), managingMembers(), nonexistent())
                .flatMap(List::stream)
                .map(row -> Arguments.of((Object[]) row.split(" *\\| *", -1)));
    }

    private static List<String> transferring() {
        return Arrays.asList(
                "reader    | SELECT  | COPY 1 INBOX       | OK [COPYUID …           | " + KEPT,
                "archivist | SELECT  | UID COPY 1:* INBOX | OK [COPYUID …           | " + KEPT,
                "manager   | EXAMINE | COPY 1 INBOX       | OK [COPYUID …           | " + KEPT,
                "manager   | SELECT  | MOVE 1 INBOX       | OK MOVE completed.      | gone",
                "manager   | SELECT  | UID MOVE 1 INBOX   | OK MOVE completed.      | gone",
                "inside    | SELECT  | MOVE 1 INBOX       | OK MOVE completed.      | gone",
                "manager   | SELECT  | COPY 1 \"%s\"      | OK [COPYUID …           | "
                        + KEPT
                        + ", "
                        + KEPT,
                "reader    | SELECT  | COPY 1 \"%s\"      | " + NOPERM + "          | " + KEPT,
                "archivist | SELECT  | COPY 1 \"%s\"      | " + NOPERM + "          | " + KEPT,
                "reader    | SELECT  | COPY 9 INBOX       | BAD COPY…               | " + KEPT,
                "reader    | SELECT  | UID COPY 99 INBOX  | OK COPY completed.      | " + KEPT,
                "reader    | SELECT  | COPY 1 Nowhere     | NO [TRYCREATE] COPY…    | " + KEPT,
                "manager   | SELECT  | COPY 1 #user.stranger.INBOX | " + NONEXISTENT + " | " + KEPT,
                "manager   | SELECT  | MOVE 1 #user.support.Nowhere | NO [TRYCREATE] MOVE… | "
                        + KEPT,
                "manager   | SELECT  | COPY 1 \"%s.Nowhere\" | NO [TRYCREATE] COPY…      | " + KEPT,
                "reader    | SELECT  | COPY 1 \"%s.Nowhere\" | " + NONEXISTENT + "       | " + KEPT,
                "inbox     | none    | APPEND #user.support.Nowhere {} | "
                        + NONEXISTENT
                        + " | "
                        + KEPT,
                "manager   | none    | APPEND \"%s.Nowhere\" {} | NO [TRYCREATE] APPEND…  | "
                        + KEPT);
    }

    private static List<String> folders() {
        return Arrays.asList(
                "manager   | none | CREATE \"%s.Sub\"              | OK [MAILBOXID …   | " + KEPT,
                "inside    | none | CREATE \"%s.Sub\"              | OK [MAILBOXID …   | " + KEPT,
                "reader    | none | CREATE \"%s.Sub\"              | " + NOPERM + "    | " + KEPT,
                "archivist | none | CREATE \"%s.Sub\"              | " + NOPERM + "    | " + KEPT,
                "granter   | none | CREATE \"%s.Sub\"              | " + NOPERM + "    | " + KEPT,
                "manager   | none | CREATE #user.support.Scope     | NO CREATE…        | " + KEPT,
                "inside    | none | CREATE #user.support.Top       | " + NONEXISTENT + " | " + KEPT,
                "inbox     | none | CREATE #user.support.Top       | " + NOPERM + "    | " + KEPT,
                "inbox     | none | CREATE #user.support.Scope     | " + NOPERM + "    | " + KEPT,
                "inbox     | none | CREATE #user.support.inbox.x   | " + NOPERM + "    | " + KEPT,
                "inbox     | none | CREATE #user.support.INBOX.a.b | " + NONEXISTENT + " | " + KEPT,
                "inside    | none | RENAME \"%s\" #user.support.Out | "
                        + NONEXISTENT
                        + " | "
                        + KEPT,
                "inside    | none | RENAME \"%s\" #user.support.Sent.x | "
                        + NONEXISTENT
                        + " | "
                        + KEPT,
                "manager   | none | RENAME \"%1$s\" \"%1$s.Below\" | NO [CANNOT] A mailbox…  | "
                        + KEPT,
                "reader    | none | DELETE \"%s\"                  | " + NOPERM + "    | " + KEPT,
                "archivist | none | DELETE \"%s\"                  | " + NOPERM + "    | " + KEPT,
                "manager   | none | DELETE #user.support.INBOX     | " + NOPERM + "    | " + KEPT,
                "reader    | none | RENAME \"%1$s\" \"%1$sx\"      | " + NOPERM + "    | " + KEPT,
                "archivist | none | RENAME \"%1$s\" \"%1$sx\"      | " + NOPERM + "    | " + KEPT,
                "manager   | none | RENAME \"%s\" Mine             | " + OTHER_OWNER + " | " + KEPT,
                "manager   | none | RENAME INBOX \"%s\"            | " + OTHER_OWNER + " | " + KEPT,
                "manager   | none | RENAME #user.support.INBOX #user.support.Old |"
                        + " NO [CANNOT] INBOX cannot be renamed. | "
                        + KEPT);
    }

    private static List<String> facts() {
        return Arrays.asList(
                "reader  | none | MYRIGHTS \"%s\"                           | OK… | " + KEPT,
                "granter | none | GETACL \"%s\"                             | OK… | " + KEPT,
                "reader  | none | GETMETADATA \"%s\" (/shared/comment)      | OK… | " + KEPT,
                "reader  | none | GETMETADATA \"%s\" (/private/comment)     | "
                        + NOPERM
                        + "|"
                        + KEPT,
                "reader  | none | SETMETADATA \"%s\" (/shared/comment \"x\")  | "
                        + NOPERM
                        + "|"
                        + KEPT,
                "manager | none | SETMETADATA \"%s\" (/shared/comment \"x\")  | OK… | " + KEPT,
                "manager | none | SETMETADATA \"%s\" (/private/comment \"x\") | "
                        + NOPERM
                        + "|"
                        + KEPT,
                "reader  | none | SUBSCRIBE \"%s\"                          | OK… | " + KEPT,
                "granter | none | SUBSCRIBE \"%s\"                          | OK… | " + KEPT,
                "granter | none | UNSUBSCRIBE \"%s\"                        | OK… | " + KEPT,
                "stranger | none | UNSUBSCRIBE \"%s\"                       | OK… | " + KEPT,
                "granter | none | GETQUOTAROOT \"%s\"                       | "
                        + NOPERM
                        + "|"
                        + KEPT);
    }

    /** To manage members is a right of its own. */
    private static List<String> managingMembers() {
        return Stream.of(
                        "GETACL \"%s\"",
                        "LISTRIGHTS \"%s\" bob", "SETACL \"%s\" bob lr", "DELETEACL \"%s\" bob")
                .map(command -> String.join("|", "manager", "none", command, NOPERM, KEPT))
                .collect(Collectors.toList());
    }

    /** What somebody may not even know of looks as if it were not there. */
    private static List<String> nonexistent() {
        return Stream.of("sender", "stranger", "outside", "early", "late")
                .flatMap(
                        who ->
                                Stream.of(
                                                "CREATE \"%s.Sub\"",
                                                "DELETE \"%s\"",
                                                "RENAME \"%1$s\" \"%1$sx\"",
                                                "SUBSCRIBE \"%s\"",
                                                "MYRIGHTS \"%s\"",
                                                "GETACL \"%s\"",
                                                "SETACL \"%s\" stranger lr",
                                                "GETMETADATA \"%s\" (/shared/comment)",
                                                "SETMETADATA \"%s\" (/shared/comment \"x\")",
                                                "GETQUOTAROOT \"%s\"")
                                        .map(
                                                command ->
                                                        String.join(
                                                                "|",
                                                                who,
                                                                "none",
                                                                command,
                                                                NONEXISTENT,
                                                                KEPT)))
                .collect(Collectors.toList());
    }
}
