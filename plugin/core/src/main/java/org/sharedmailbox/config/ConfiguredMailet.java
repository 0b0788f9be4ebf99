/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mailet as {@code mailetcontainer.xml} has it, and what becomes of the mail that it gets. The
 * command line asks, too, so nothing that James brings is used. Immutable.
 */
public final class ConfiguredMailet {
    private static final String OF_JAMES = "org.apache.james.";
    private static final String ALL = "All";

    /** Those that end here and go on elsewhere: nobody sees there what was not rewritten here. */
    private static final String SENDING_ON =
            "ToProcessor|RemoteDelivery|LocalDelivery|Requeue|UseHeaderRecipients|Redirect"
                    + "|Resend|Forward";

    private final String className;
    private final @Nullable String match;
    private final @Nullable String notMatch;
    private final Function<String, Optional<String>> parameters;

    private ConfiguredMailet(
            String className,
            @Nullable String match,
            @Nullable String notMatch,
            Function<String, Optional<String>> parameters) {
        this.className = className;
        this.match = match;
        this.notMatch = notMatch;
        this.parameters = parameters;
    }

    /**
     * @param attributes the attributes of the element by their names
     * @param parameters the texts of the elements in it by their names
     */
    public static ConfiguredMailet of(
            Function<String, Optional<String>> attributes,
            Function<String, Optional<String>> parameters) {
        return new ConfiguredMailet(
                attributes.apply("class").orElse(""),
                attributes.apply("match").orElse(null),
                attributes.apply("notmatch").orElse(null),
                parameters);
    }

    boolean isOf(String name) {
        return className.equals(name);
    }

    /** Returns whether it gets all mail; James takes none to be {@code match="All"}. */
    boolean isForAll() {
        if (notMatch != null) {
            return false;
        }
        String matcher = match == null ? ALL : match.trim();
        return matcher.equals(ALL) || matcher.equals(OF_JAMES + "transport.matchers." + ALL);
    }

    /**
     * Returns whether the mail that it gets is not seen by the mailets behind it. Nothing is known
     * of mailets that James does not bring.
     */
    boolean isEnd() {
        switch (simpleName()) {
            case "ToProcessor":
            case "Null":
            case "RemoteDelivery":
            case "FromRepository":
            case "ManageSieveMailet":
            case "UseHeaderRecipients":
                return true;
            case "LocalDelivery":
            case "Requeue":
                return isSet("consume", true);
            case "ToSenderFolder":
                return isSet("consume", false);
            case "ToRepository":
            case "ToSenderDomainRepository":
            case "Redirect":
            case "Resend":
            case "Forward":
                return !isSet("passThrough", false);
            case "Bounce":
            case "DSNBounce":
            case "NotifySender":
            case "NotifyPostmaster":
            case "LogMessage":
            case "HeadersToHTTP":
            case "SerialiseToHTTP":
                return !isSet("passThrough", true);
            default:
                return false;
        }
    }

    /** Returns whether what ends here is delivered, or goes to another processor. */
    boolean isSendingOn() {
        return isEnd() && simpleName().matches(SENDING_ON);
    }

    /** Mailets understand nothing but these two words. */
    private boolean isSet(String parameter, boolean byDefault) {
        String value = parameters.apply(parameter).orElse("").trim();
        return byDefault ? !value.equalsIgnoreCase("false") : value.equalsIgnoreCase("true");
    }

    /** Returns the name without its package, which need not be written for James's own. */
    private String simpleName() {
        return className.startsWith(OF_JAMES)
                ? className.substring(className.lastIndexOf('.') + 1)
                : className;
    }

    /** Returns its start tag, for people to find. */
    @Override
    public String toString() {
        return "<mailet"
                + attribute("match", match)
                + attribute("notmatch", notMatch)
                + attribute("class", className)
                + ">";
    }

    private static String attribute(String name, @Nullable String value) {
        return value == null ? "" : " " + name + "=\"" + value + "\"";
    }
}
