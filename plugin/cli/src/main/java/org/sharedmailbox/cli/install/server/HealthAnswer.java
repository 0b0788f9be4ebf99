/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/** What James answers about one of its health checks. Immutable. */
final class HealthAnswer {
    private final String status;
    private final String cause;

    private HealthAnswer(String status, String cause) {
        this.status = status;
        this.cause = cause;
    }

    /** Returns it; empty if it is something else. */
    static Optional<HealthAnswer> of(JsonObject json) {
        String cause = text(json, "cause").orElse("look in the log of James");
        return text(json, "status").map(status -> new HealthAnswer(status, cause));
    }

    boolean isHealthy() {
        return status.equals("healthy");
    }

    /** Returns it as people read it. */
    @Override
    public String toString() {
        return status + "; " + cause;
    }

    private static Optional<String> text(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }
}
