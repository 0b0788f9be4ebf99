/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.google.common.collect.ImmutableSet;
import java.net.InetAddress;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.WebAdminConfiguration;
import org.sharedmailbox.config.Authority;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import spark.Request;

/**
 * Knows by which names and addresses WebAdmin is reached: that to which it is bound, those of the
 * loopback interface, the address at which a request arrived, and what {@code webadmin.hosts} says.
 * Immutable.
 */
final class OwnHosts {
    private static final String LOOPBACK = "localhost";

    private final ImmutableSet<Authority> listed;
    private final String bound;
    private final Optional<Origin> administration;

    @Inject
    OwnHosts(WebAdminConfiguration james, SharedMailboxConfiguration ours) {
        this.listed = ours.webAdminHosts();
        this.bound = Authority.parse(james.getHost()).map(Authority::host).orElse(LOOPBACK);
        // What James has without the setting, "*", is no origin.
        this.administration = Origin.parse(james.getUrlCORSOrigin());
    }

    /** Decides whether the host is one of ours, at whichever port: a tunnel may change that. */
    boolean isOwn(Authority host, Request request) {
        Optional<InetAddress> address = host.address();
        return isListed(host)
                || (address.isPresent()
                        ? isOwn(address.get(), request)
                        : host.host().equals(LOOPBACK) || host.host().equals(bound));
    }

    private static boolean isOwn(InetAddress address, Request request) {
        // No page can be reached at an unspecified address but by an oddity of browsers.
        return !address.isAnyLocalAddress()
                && (address.isLoopbackAddress()
                        || Authority.parse(bracketed(request.raw().getLocalAddr()))
                                .flatMap(Authority::address)
                                .filter(address::equals)
                                .isPresent());
    }

    /** Decides whether the setting {@code webadmin.hosts} has the host, at whichever port. */
    boolean isListed(Authority host) {
        return listed.stream().anyMatch(own -> own.host().equals(host.host()));
    }

    private static String bracketed(String address) {
        return address.indexOf(':') >= 0 && !address.startsWith("[")
                ? "[" + address + "]"
                : address;
    }

    /**
     * Decides whether pages of the origin are WebAdmin's own: those of the host and port to which
     * the request is addressed, or of one that is listed, in case a proxy changes the header.
     */
    boolean isOwn(Origin origin, Authority host, Request request) {
        boolean secured = request.raw().isSecure() && !origin.isSecure();
        return !secured && (origin.isAt(host) || listed.stream().anyMatch(origin::isAt));
    }

    /** Decides whether the operator lets pages of that origin administer ({@code cors.origin}). */
    boolean isAdministration(Origin origin) {
        return administration.filter(origin::equals).isPresent();
    }
}
