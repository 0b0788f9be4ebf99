/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import org.sharedmailbox.transaction.SchemaVersions;

/**
 * Thrown while the tables are those of a newer version of the plugin. What this one would read or
 * write there is not known, so nothing is read or changed.
 */
final class NewerSchemaException extends UnusableSchemaException {
    private static final long serialVersionUID = 1L;

    private final transient SchemaVersions versions;

    NewerSchemaException(SchemaVersions versions) {
        super(
                String.format(
                        "The tables of the store of shared mailboxes are of version %d, and this"
                                + " version of the plugin knows only those up to %d: install the"
                                + " version that upgraded them, or restore the backup that was made"
                                + " before that; nothing in them is read or changed until then.",
                        versions.stored(), versions.known()));
        this.versions = versions;
    }

    SchemaVersions versions() {
        return versions;
    }
}
