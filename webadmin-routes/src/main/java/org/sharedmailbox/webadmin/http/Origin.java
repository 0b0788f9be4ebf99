/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.google.auto.value.AutoValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedmailbox.config.Authority;

/** The origin of a web page (RFC 6454): scheme, host and port, the usual port spelled out. */
@AutoValue
abstract class Origin {
    private static final String HTTPS = "https";
    private static final Pattern WRITTEN = Pattern.compile("(?i)(https?)://([^/?#]+)");

    Origin() {}

    /** Returns the origin that was written; empty if it is none, such as {@code null}. */
    static Optional<Origin> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean secure = parts.group(1).toLowerCase(Locale.ROOT).equals(HTTPS);
        return Authority.parse(parts.group(2)).map(authority -> of(secure, authority));
    }

    private static Origin of(boolean secure, Authority authority) {
        return new AutoValue_Origin(secure, authority.withDefaultPort(secure ? 443 : 80));
    }

    /** Decides whether the scheme is https. */
    abstract boolean isSecure();

    abstract Authority authority();

    /** Decides whether pages of this origin come from the server that is reached there. */
    boolean isAt(Authority server) {
        return of(isSecure(), server).equals(this);
    }
}
