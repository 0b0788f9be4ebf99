/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

/** The versions of James that differ in where a line belongs. */
public enum JamesVersion {
    V3_8("3.8"),
    V3_9("3.9");

    private final String number;

    JamesVersion(String number) {
        this.number = number;
    }

    @Override
    public String toString() {
        return number;
    }
}
