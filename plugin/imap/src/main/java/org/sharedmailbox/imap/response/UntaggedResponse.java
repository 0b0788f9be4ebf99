/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.sharedmailbox.acl.AclEntry;
import org.sharedmailbox.imap.name.OtherUsersNamespace;
import org.sharedmailbox.model.ImapRights;

/**
 * An untagged response (RFC 9051 §7) that James cannot make, or makes differently in 3.8 and 3.9.
 * Immutable.
 */
public final class UntaggedResponse implements ImapResponseMessage {
    private final String text;
    private final Optional<String> mailbox;
    private final ImmutableList<String> strings;

    private UntaggedResponse(String text) {
        this(text, Optional.empty(), ImmutableList.of());
    }

    private UntaggedResponse(String text, Optional<String> mailbox, ImmutableList<String> strings) {
        this.text = text;
        this.mailbox = mailbox;
        this.strings = strings;
    }

    /** Returns NAMESPACE (RFC 2342 §5), with the Other Users' Namespace. */
    public static UntaggedResponse namespaces() {
        String delimiter = "\"" + OtherUsersNamespace.DELIMITER + "\"";
        String otherUsers = "\"" + OtherUsersNamespace.ROOT + OtherUsersNamespace.DELIMITER + "\"";
        return new UntaggedResponse(
                "NAMESPACE ((\"\" "
                        + delimiter
                        + ")) (("
                        + otherUsers
                        + " "
                        + delimiter
                        + ")) NIL");
    }

    /** Returns PERMANENTFLAGS with an empty list, which James writes without a list. */
    static UntaggedResponse noPermanentFlags() {
        return new UntaggedResponse("OK [PERMANENTFLAGS ()] No permanent flags permitted");
    }

    /** Returns MYRIGHTS (RFC 4314 §3.8). */
    public static UntaggedResponse myRights(String mailbox, ImapRights rights) {
        return about("MYRIGHTS", mailbox, Stream.of(RightLetters.of(rights)));
    }

    /** Returns ACL (RFC 4314 §3.6): who holds what. */
    public static UntaggedResponse acl(String mailbox, List<AclEntry> entries) {
        return about(
                "ACL",
                mailbox,
                entries.stream()
                        .flatMap(
                                entry ->
                                        Stream.of(
                                                entry.identifier().asString(),
                                                RightLetters.of(entry.rights()))));
    }

    /**
     * Returns LISTRIGHTS (RFC 4314 §3.7).
     *
     * @param always the rights that the identifier holds whatever is set
     * @param grantable what can be granted beside, each right by itself
     */
    public static UntaggedResponse listRights(
            String mailbox, String identifier, ImapRights always, ImapRights grantable) {
        return about(
                "LISTRIGHTS",
                mailbox,
                Stream.concat(
                        Stream.of(identifier, RightLetters.of(always)),
                        RightLetters.of(grantable)
                                .chars()
                                .mapToObj(c -> String.valueOf((char) c))));
    }

    private static UntaggedResponse about(String text, String mailbox, Stream<String> strings) {
        return new UntaggedResponse(
                text, Optional.of(mailbox), strings.collect(ImmutableList.toImmutableList()));
    }

    String text() {
        return text;
    }

    /** Returns the mailbox name that follows the text, if there is one. */
    Optional<String> mailbox() {
        return mailbox;
    }

    /** Returns what follows the mailbox name. */
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
