/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.sharedmailbox.acl.AclEntry;
import org.sharedmailbox.model.ImapRights;

/** An untagged response that James cannot make, or makes differently in 3.8 and 3.9. Immutable. */
final class UntaggedLine implements ImapResponseMessage {
    private final String text;
    private final Optional<String> mailbox;
    private final ImmutableList<String> strings;

    private UntaggedLine(String text) {
        this(text, Optional.empty(), ImmutableList.of());
    }

    private UntaggedLine(String text, Optional<String> mailbox, ImmutableList<String> strings) {
        this.text = text;
        this.mailbox = mailbox;
        this.strings = strings;
    }

    /** The answer to NAMESPACE (RFC 2342) that tells where other users' mailboxes are. */
    static UntaggedLine namespaces() {
        String delimiter = "\"" + OtherUsersNames.DELIMITER + "\"";
        String otherUsers = "\"" + OtherUsersNames.ROOT + OtherUsersNames.DELIMITER + "\"";
        return new UntaggedLine(
                "NAMESPACE ((\"\" "
                        + delimiter
                        + ")) (("
                        + otherUsers
                        + " "
                        + delimiter
                        + ")) NIL");
    }

    /** PERMANENTFLAGS with an empty list, which James writes without a list. */
    static UntaggedLine noPermanentFlags() {
        return new UntaggedLine("OK [PERMANENTFLAGS ()] No permanent flags permitted");
    }

    /** MYRIGHTS (RFC 4314 §3.8), which takes another kind of name in 3.9. */
    static UntaggedLine myRights(String mailbox, ImapRights rights) {
        return about("MYRIGHTS", mailbox, Stream.of(Rfc4314Rights.of(rights.asSet()).serialize()));
    }

    /** ACL (RFC 4314 §3.6): who holds what. */
    static UntaggedLine acl(String mailbox, List<AclEntry> entries) {
        return about(
                "ACL",
                mailbox,
                entries.stream()
                        .flatMap(
                                entry ->
                                        Stream.of(
                                                entry.identifier().asString(),
                                                entry.rights().letters())));
    }

    /**
     * LISTRIGHTS (RFC 4314 §3.7).
     *
     * @param always the rights that the identifier holds whatever is set
     * @param tied what can be granted beside, in bundles
     */
    static UntaggedLine listRights(
            String mailbox, String identifier, ImapRights always, List<String> tied) {
        return about(
                "LISTRIGHTS",
                mailbox,
                Stream.concat(Stream.of(identifier, always.letters()), tied.stream()));
    }

    private static UntaggedLine about(String text, String mailbox, Stream<String> strings) {
        return new UntaggedLine(
                text, Optional.of(mailbox), strings.collect(ImmutableList.toImmutableList()));
    }

    String text() {
        return text;
    }

    /** The mailbox that comes after the text, if it is about one. */
    Optional<String> mailbox() {
        return mailbox;
    }

    /** What comes after the mailbox. */
    ImmutableList<String> strings() {
        return strings;
    }

    @Override
    public String toString() {
        return "* "
                + Stream.concat(Stream.of(text), Stream.concat(mailbox.stream(), strings.stream()))
                        .collect(Collectors.joining(" "));
    }
}
