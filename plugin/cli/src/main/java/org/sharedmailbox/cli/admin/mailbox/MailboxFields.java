/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.mailbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.cli.admin.Fields;
import org.sharedmailbox.cli.http.CommandFailedException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can be said about a shared mailbox. */
final class MailboxFields {
    @Option(names = "--name", paramLabel = "NAME", description = "Name that people see.")
    private @Nullable String displayName;

    @Option(names = "--type", paramLabel = "TYPE", description = "See: mailbox types.")
    private @Nullable String type;

    @Option(
            names = "--quota-count",
            paramLabel = "NUMBER",
            description = "At most so many messages.")
    private @Nullable Long count;

    @Option(names = "--quota-size", paramLabel = "OCTETS", description = "At most so large.")
    private @Nullable Long size;

    @Option(
            names = "--sent-copies",
            split = ",",
            paramLabel = "RIGHT",
            description =
                    "Which mail is filed in Sent: SEND_AS, SEND_ON_BEHALF, both separated by a"
                            + " comma, or none.")
    private List<String> sentCopies = List.of();

    @Mixin private final MailboxPassword password = new MailboxPassword();

    /** Returns the body of the request. */
    JsonObject json() throws IOException {
        JsonObject json = new JsonObject();
        Optional.ofNullable(displayName).ifPresent(name -> json.addProperty("displayName", name));
        Optional.ofNullable(type).ifPresent(name -> json.addProperty("type", name));
        password.read().ifPresent(secret -> json.addProperty("password", secret));
        if (count != null || size != null) {
            JsonObject quota = new JsonObject();
            addLimit(quota, "count", count);
            addLimit(quota, "size", size);
            json.add("quota", quota);
        }
        if (!sentCopies.isEmpty()) {
            json.add(
                    "sentCopies",
                    Fields.array(sentCopies.equals(List.of("none")) ? List.of() : sentCopies));
        }
        return json;
    }

    /**
     * Returns it, where there has to be something in it.
     *
     * @throws CommandFailedException if nothing was said
     */
    JsonObject change() throws IOException {
        JsonObject json = json();
        if (json.size() == 0) {
            throw CommandFailedException.misused(
                    "Say what is to be changed, e.g. --name; --help lists all");
        }
        return json;
    }

    /** Leaves the limit as it is that was not named: WebAdmin sets both. */
    void keepOtherLimit(JsonObject request, JsonObject mailbox) {
        JsonElement before = mailbox.get("quota");
        if (request.has("quota") && before != null && before.isJsonObject()) {
            JsonObject quota = request.getAsJsonObject("quota");
            String other = count == null ? "count" : "size";
            if (quota.get(other).isJsonNull()) {
                quota.add(other, before.getAsJsonObject().get(other));
            }
        }
    }

    /** Both limits are always set together. */
    private static void addLimit(JsonObject quota, String field, @Nullable Long limit) {
        if (limit == null) {
            quota.add(field, JsonNull.INSTANCE);
        } else {
            quota.addProperty(field, limit);
        }
    }
}
