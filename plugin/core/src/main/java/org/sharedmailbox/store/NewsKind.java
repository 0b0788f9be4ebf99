/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

/** What a server may hear of others. */
enum NewsKind {
    /** A sign-in has been changed, with whatever else. */
    SIGN_IN,

    /** Something has been changed, and no sign-in. */
    OTHER,

    /** Nobody listened for a while, so that anything may have been changed. */
    MISSED
}
