/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.net.http.HttpRequest;
import java.util.Optional;

/** What tells WebAdmin who asks, if anything does, and where it may be sent. Immutable. */
final class Credentials {
    private final Optional<String> token;
    private final Optional<String> password;
    private final boolean readable;

    /**
     * @param readable whether secrets may be read on their way
     */
    Credentials(Optional<String> token, Optional<String> password, boolean readable) {
        this.token = token;
        this.password = password;
        this.readable = readable;
    }

    /** Whether there are any. */
    boolean isGiven() {
        return token.isPresent() || password.isPresent();
    }

    /** Returns a request that has them. */
    HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        password.ifPresent(value -> request.header("Password", value));
        return request;
    }

    /**
     * @throws CommandFailedException if others could read a secret that is sent there
     */
    void requireSecrecy(WebAdminUrl url) {
        if (!readable) {
            PlainText.refuse(url);
        }
    }
}
