/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;

/** Who does something, and through which door. */
@AutoValue
public abstract class Actor {
    private static final int LONGEST = 255;

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

    /**
     * @param name of more than {@value #LONGEST} characters only the first are kept: what somebody
     *     does must not fail for how they are called
     */
    public static Actor of(String name, AuditSource source) {
        return new AutoValue_Actor(
                name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…", source);
    }

    public abstract String name();

    public abstract AuditSource source();
}
