/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

/** What follows if a James lacks a configuration file. */
public enum Absence {
    /** James works without the file, and reads it once it is made. */
    MADE,
    /** The plugin has nothing to extend. */
    MISSED,
    /** Nothing is needed then. */
    LEFT
}
