/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

/** What a grant did. */
public enum GrantOutcome {
    CREATED,
    CHANGED,
    /** The delegation said the same already. */
    UNCHANGED
}
