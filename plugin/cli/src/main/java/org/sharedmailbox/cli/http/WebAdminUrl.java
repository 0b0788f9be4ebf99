/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a WebAdmin is, and what has named it. Immutable. */
public final class WebAdminUrl {
    private static final int MAX_PORT = 65_535;

    private final URI uri;
    private final String named;

    private WebAdminUrl(URI uri, String named) {
        this.uri = uri;
        this.named = named;
    }

    /**
     * @param named the option that names it, for messages
     * @throws CommandFailedException if it is no address of a WebAdmin
     */
    public static WebAdminUrl of(String named, String text) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            if (uri.getHost() != null
                    && uri.getPort() <= MAX_PORT
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return new WebAdminUrl(uri, named);
            }
        } catch (URISyntaxException e) {
            // Said below, without what was given: it may have a password in it.
        }
        throw CommandFailedException.misused(
                named
                        + " is http://host:port or https://host:port, without user and password:"
                        + " use --token-file or --password-file");
    }

    /** The address, without a slash at its end. */
    URI uri() {
        return uri;
    }

    /** Returns the option that names it, or what else does. */
    String named() {
        return named;
    }

    boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    /** Returns whether it is the same WebAdmin, whoever names it. */
    boolean isThatOf(WebAdminUrl other) {
        return uri.equals(other.uri);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
