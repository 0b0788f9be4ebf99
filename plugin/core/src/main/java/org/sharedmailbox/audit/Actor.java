/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.audit;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;

/** Who does something, and through which door. */
@AutoValue
public abstract class Actor {
    Actor() {}

    /**
     * @param login the administrator's login, or {@code webadmin} where WebAdmin asks for none
     */
    public static Actor administrator(String login) {
        return new AutoValue_Actor(login, AuditSource.WEBADMIN);
    }

    public static Actor of(String name, AuditSource source) {
        return new AutoValue_Actor(name, source);
    }

    public static Actor member(Username member, AuditSource source) {
        return new AutoValue_Actor(member.asString(), source);
    }

    public abstract String name();

    public abstract AuditSource source();
}
