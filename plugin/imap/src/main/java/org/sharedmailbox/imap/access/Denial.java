/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;

/** A refusal for want of a right, without its time: equal ones are recorded once a minute. */
@AutoValue
abstract class Denial {
    Denial() {}

    static Denial of(Username delegate, Username owner, String command, String folder) {
        return new AutoValue_Denial(delegate, owner, command, folder);
    }

    abstract Username delegate();

    abstract Username owner();

    abstract String command();

    abstract String folder();
}
