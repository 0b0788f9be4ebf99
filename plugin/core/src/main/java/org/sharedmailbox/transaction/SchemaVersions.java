/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import com.google.auto.value.AutoValue;

/** The versions of the store's tables: those that are there, and those that we need. Immutable. */
@AutoValue
public abstract class SchemaVersions {
    SchemaVersions() {}

    public static SchemaVersions of(int stored, int known) {
        return new AutoValue_SchemaVersions(stored, known);
    }

    /** Returns the version of the tables in the store; 0 if there are none. */
    public abstract int stored();

    /** Returns the version of the tables that this plugin works with. */
    public abstract int known();
}
