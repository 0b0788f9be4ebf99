/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import com.google.auto.value.AutoValue;
import org.apache.james.core.Username;
import org.sharedmailbox.model.FolderName;

/**
 * An entry for a folder and what lies below it, as an earlier version of the plugin has stored it:
 * it knows the folder by its name only.
 */
@AutoValue
public abstract class UnboundEntry {
    UnboundEntry() {}

    public static UnboundEntry of(Username owner, Username delegate, FolderName folder) {
        return new AutoValue_UnboundEntry(owner, delegate, folder);
    }

    public abstract Username owner();

    public abstract Username delegate();

    public abstract FolderName folder();
}
