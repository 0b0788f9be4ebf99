/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.WebAdminConfiguration;
import org.sharedmailbox.config.Authority;
import org.sharedmailbox.config.SharedMailboxConfiguration;
import spark.Request;
import spark.Route;

/**
 * Refuses requests that a web page of another site makes the browser of an administrator send.
 * Where WebAdmin asks for no password, such a page could otherwise do all that the administrator
 * can. Browsers say from which page a request comes ({@code Origin}, RFC 6454; {@code
 * Sec-Fetch-Site}), and to which host it is addressed ({@code Host}): a name that is not ours may
 * have been made to point here (DNS rebinding). Other clients send neither of the first two, and
 * are let through. Whatever cannot be read is refused. Thread-safe.
 */
public final class CrossSiteGuard {
    private static final String ORIGIN = "Origin";
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private static final ImmutableList<String> FORWARDED =
            ImmutableList.of(
                    "Forwarded", "X-Forwarded-Host", "X-Forwarded-Server", "X-Forwarded-Port");

    /** A page of the same origin, or nobody's page: the address was typed, or is a bookmark. */
    private static final ImmutableSet<String> OWN_SITES = ImmutableSet.of("same-origin", "none");

    private final OwnHosts hosts;

    @Inject
    public CrossSiteGuard(WebAdminConfiguration james, SharedMailboxConfiguration ours) {
        this.hosts = new OwnHosts(james, ours);
    }

    /** Returns the route, which throws {@link ForbiddenException} where the request is refused. */
    public Route around(Route route) {
        return (request, response) -> {
            Optional<String> reason = refusal(request);
            if (reason.isPresent()) {
                throw new ForbiddenException(reason.get());
            }
            return route.handle(request, response);
        };
    }

    /** Decides whether a browser sends the request on behalf of a page. */
    public static boolean isFromPage(Request request) {
        return !values(request, ORIGIN).isEmpty() || !values(request, FETCH_SITE).isEmpty();
    }

    /** Returns why the request is refused, and what to do; empty if it is not. */
    public Optional<String> refusal(Request request) {
        List<String> written = values(request, "Host");
        Optional<Authority> host =
                written.size() == 1 ? Authority.parse(written.get(0)) : Optional.empty();
        return host.filter(own -> isOwn(own, request)).isPresent()
                ? refusalOfPage(request, host.get())
                : Optional.of(
                        String.format(
                                "WebAdmin is not known by the name %s; use another one, or add this"
                                        + " one to webadmin.hosts in shared-mailboxes.properties",
                                Quoted.of(String.join(", ", written))));
    }

    /**
     * James's server of HTTP lets headers of proxies replace {@code Host}. A page to whose name we
     * answer can set them too, and could take the names that are ours without a setting.
     */
    private boolean isOwn(Authority host, Request request) {
        return FORWARDED.stream().allMatch(header -> values(request, header).isEmpty())
                ? hosts.isOwn(host, request)
                : hosts.isListed(host);
    }

    private Optional<String> refusalOfPage(Request request, Authority host) {
        List<String> origins = values(request, ORIGIN);
        Optional<Origin> origin =
                origins.size() == 1 ? Origin.parse(origins.get(0)) : Optional.empty();
        if (origin.filter(hosts::isAdministration).isPresent()) {
            return Optional.empty();
        }
        if (!origins.isEmpty() && !origin.filter(o -> hosts.isOwn(o, host, request)).isPresent()) {
            return Optional.of(
                    String.format(
                            "A web page of another site, %s, sent this request; if it is your"
                                    + " administration's, set cors.origin to that in"
                                    + " webadmin.properties",
                            Quoted.of(String.join(", ", origins))));
        }
        return values(request, FETCH_SITE).stream()
                .filter(site -> !OWN_SITES.contains(site.trim()))
                .findFirst()
                .map(
                        site ->
                                String.format(
                                        "A web page of another site sent this request"
                                                + " (Sec-Fetch-Site: %s); type the address, or"
                                                + " use a client that is no browser",
                                        Quoted.of(site)));
    }

    private static List<String> values(Request request, String header) {
        return ImmutableList.copyOf(Collections.list(request.raw().getHeaders(header)));
    }
}
