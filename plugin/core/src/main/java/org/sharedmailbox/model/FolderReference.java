/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import com.google.auto.value.AutoValue;

/** A folder that exists: its id, by which decisions are made, and its name, for people to read. */
@AutoValue
public abstract class FolderReference {
    FolderReference() {}

    public static FolderReference of(FolderId id, FolderName name) {
        return new AutoValue_FolderReference(id, name);
    }

    public abstract FolderId id();

    /** Returns the name by which the folder was last known here; it may have been renamed since. */
    public abstract FolderName name();

    @Override
    public final String toString() {
        return name().asString();
    }
}
