/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

/** The outcome of a grant. */
public enum GrantOutcome {
    CREATED,
    CHANGED,
    /** The delegation already had these terms. */
    UNCHANGED
}
