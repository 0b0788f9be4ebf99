/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.access;

import com.google.auto.value.AutoValue;
import org.sharedmailbox.model.FolderPlace;

/** A folder that a RENAME takes along: where it is, and where it would be. */
@AutoValue
abstract class FolderMove {
    FolderMove() {}

    static FolderMove of(FolderPlace from, FolderPlace to) {
        return new AutoValue_FolderMove(from, to);
    }

    abstract FolderPlace from();

    abstract FolderPlace to();
}
