/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sharedmailbox.cli.http.CommandFailedException;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.model.DelegationRight;

/**
 * What the type of a mailbox and the policy of its domain leave of what was granted there, to be
 * shown: James decides by itself. Immutable.
 */
final class Limits {
    private static final String ALL = "lrswikxtea";

    private final String letters;

    private Limits(String letters) {
        this.letters = letters;
    }

    /** Asks WebAdmin for those of a mailbox. */
    static Limits of(WebAdmin webAdmin, String mailbox) {
        String domain = mailbox.substring(mailbox.indexOf('@') + 1);
        List<String> allowed =
                Fields.texts(
                        webAdmin.get(RequestPath.of("delegation-policies", domain)),
                        "allowedRights");
        String cap =
                webAdmin.find(RequestPath.of("shared-mailboxes", mailbox))
                        .map(shared -> cap(webAdmin, Fields.text(shared, "type")))
                        .orElse(ALL);
        String permitted = allowed.stream().map(Limits::letters).collect(Collectors.joining());
        return new Limits(common(cap, permitted));
    }

    /** What a type leaves that is not declared any more: nothing. */
    private static String cap(WebAdmin webAdmin, String type) {
        return type(webAdmin, type)
                .map(declared -> Fields.value(declared, "cap"))
                .map(cap -> cap.map(JsonElement::getAsString).orElse(ALL))
                .orElse("");
    }

    private static Optional<JsonObject> type(WebAdmin webAdmin, String name) {
        return Fields.objects(webAdmin.get(RequestPath.of("shared-mailboxes", "types")), "items")
                .stream()
                .filter(type -> Fields.text(type, "name").equals(name))
                .findFirst();
    }

    private static String letters(String right) {
        return DelegationRight.parse(right)
                .map(DelegationRight::letters)
                .orElseThrow(
                        () ->
                                CommandFailedException.refused(
                                        "WebAdmin knows a right "
                                                + right
                                                + ", which this command does not: use the jar that"
                                                + " James loads"));
    }

    /** Returns the letters that a delegation gives in a folder; empty if it gives none. */
    String lettersIn(String folder, JsonObject delegation) {
        return Fields.objects(delegation, "access").stream()
                .map(Entry::of)
                .filter(entry -> entry.closeness(folder) >= 0)
                .max(Comparator.comparingInt(entry -> entry.closeness(folder)))
                .map(entry -> common(entry.letters(), letters))
                .orElse("");
    }

    private static String common(String letters, String others) {
        return letters.chars()
                .filter(letter -> others.indexOf(letter) >= 0)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
