/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Who signs in on one {@code <smtpserver>}, and whether James verifies as whom they send. The
 * command line asks, too, so nothing that James brings is used. Immutable.
 */
public final class SmtpSignIn {
    private static final Pattern ANNOUNCED = Pattern.compile("(?i)true|announce");

    private final Function<String, Optional<String>> texts;
    private final boolean takingTokens;
    private final boolean james38;

    private SmtpSignIn(
            Function<String, Optional<String>> texts, boolean takingTokens, boolean james38) {
        this.texts = texts;
        this.takingTokens = takingTokens;
        this.james38 = james38;
    }

    /**
     * @param texts the texts of the elements in it, by the names on the way to them with dots
     *     between
     * @param takingTokens whether there is an {@code <oidc>} in {@code <auth>}
     */
    public static SmtpSignIn of38(Function<String, Optional<String>> texts, boolean takingTokens) {
        return new SmtpSignIn(texts, takingTokens, true);
    }

    /** Returns the same as James 3.9 reads it. */
    public static SmtpSignIn of39(Function<String, Optional<String>> texts, boolean takingTokens) {
        return new SmtpSignIn(texts, takingTokens, false);
    }

    /**
     * Returns whether signing in is never announced, which is not yet to refuse it. What James does
     * not know in {@code authRequired} is never.
     */
    public boolean isNeverAnnounced() {
        return texts.apply("auth.announce")
                .map(announce -> announce.equalsIgnoreCase("never"))
                .orElseGet(
                        () ->
                                texts.apply("authRequired")
                                        .filter(ANNOUNCED.asMatchPredicate())
                                        .isEmpty());
    }

    /** Returns whether people sign in with tokens (XOAUTH2), which nothing else turns off. */
    public boolean isTakingTokens() {
        return takingTokens;
    }

    public boolean isPlainAuthEnabled() {
        return texts.apply("auth.plainAuthEnabled").map(Values::isTrue).orElse(true);
    }

    /** Returns whether {@code verifyIdentity} is on; left out, it is in James 3.9 only. */
    public boolean isVerifyingIdentity() {
        return texts.apply("verifyIdentity")
                .map(mode -> mode.toLowerCase(Locale.ROOT))
                .map(
                        mode ->
                                james38
                                        ? Values.isTrue(mode)
                                        : !mode.equals("false") && !mode.equals("disabled"))
                .orElse(!james38);
    }
}
