/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;
import org.sharedmailbox.model.Excerpt;

/** Who does something, and through which door. */
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

    /**
     * @param name of more than {@value #MAX_NAME_LENGTH} characters only the first are kept: what
     *     somebody does must not fail for how they are called
     */
    public static Actor of(String name, AuditSource source) {
        return new AutoValue_Actor(Excerpt.within(MAX_NAME_LENGTH, name), source);
    }

    public abstract String name();

    public abstract AuditSource source();
}
