/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

/** How a line, a setting or an answer of the server is. The names are public: scripts read them. */
public enum Status {
    OK,
    /** It is not there. */
    MISSING,
    /** It is there, with a name that is none. */
    MISSPELT,
    /** It lets in, or loses, what it should not. */
    DANGEROUS,
    /** Dangerous, but the operator has said that it is meant. */
    ACCEPTED
}
