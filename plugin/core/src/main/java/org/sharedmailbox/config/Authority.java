/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.auto.value.AutoValue;
import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The host by which a server is reached, and perhaps a port: an authority without user (RFC 3986
 * §3.2), as the header {@code Host} has it. Two that mean the same are equal: the case of a name
 * and a dot at its end do not count, nor do the different ways to write an IPv6 address.
 */
@AutoValue
public abstract class Authority {
    Authority() {}

    /** Returns the authority that was written, or empty if it is none. */
    public static Optional<Authority> parse(String written) {
        try {
            HostAndPort parts = HostAndPort.fromString(written);
            return host(parts.getHost())
                    .map(
                            host ->
                                    new AutoValue_Authority(
                                            host,
                                            parts.hasPort()
                                                    ? OptionalInt.of(parts.getPort())
                                                    : OptionalInt.empty()))
                    .filter(any -> written.startsWith("[") || parts.getHost().indexOf(':') < 0)
                    .map(Authority.class::cast);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(String written) {
        // A scope (%eth0) would be looked up among this machine's interfaces.
        if (written.indexOf('%') < 0 && InetAddresses.isInetAddress(written)) {
            return Optional.of(InetAddresses.toAddrString(InetAddresses.forString(written)));
        }
        return InternetDomainName.isValid(written)
                ? Optional.of(withoutLastDot(written.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Returns the name in lower case, or the address without brackets. */
    public abstract String host();

    /** Returns the port, if one was written. */
    public abstract OptionalInt port();

    /** Returns the address, if the host is one and not a name. */
    public final Optional<InetAddress> address() {
        return isName() ? Optional.empty() : Optional.of(InetAddresses.forString(host()));
    }

    private boolean isName() {
        return !InetAddresses.isInetAddress(host());
    }

    /** Returns the same with that port in place of none. */
    public final Authority withDefaultPort(int port) {
        return new AutoValue_Authority(host(), OptionalInt.of(port().orElse(port)));
    }
}
