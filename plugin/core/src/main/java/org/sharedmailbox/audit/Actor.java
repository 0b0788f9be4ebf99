/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;
import org.sharedmailbox.model.Excerpt;

/** The one who does something, and the protocol by which they do it. */
@AutoValue
public abstract class Actor {
    private static final int MAX_NAME_LENGTH = 255;

    Actor() {}

    /**
     * @param login the administrator's login, or {@code webadmin} where WebAdmin asks for none
     */
    public static Actor administrator(String login) {
        return of(login, AuditSource.WEBADMIN);
    }

    public static Actor member(Username member, AuditSource source) {
        return of(member.asString(), source);
    }

    /** Returns the plugin itself, which follows what happens in James. */
    public static Actor system() {
        return of("system", AuditSource.SYSTEM);
    }

    /**
     * @param name cut to {@value #MAX_NAME_LENGTH} characters, control characters escaped: neither
     *     a long name nor a token's odd one must keep anybody from acting
     */
    public static Actor of(String name, AuditSource source) {
        return new AutoValue_Actor(Excerpt.printable(MAX_NAME_LENGTH, name), source);
    }

    public abstract String name();

    public abstract AuditSource source();
}
