/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.List;

/** What the plugin needs in one configuration file. Immutable. */
public interface ConfigurationPart {
    /** Returns the name of the file, without its folder. */
    String file();

    /** Returns what it means if there is no such file. */
    Absence absence();

    /** Returns what is right, missing, misspelt or dangerous in a text of the file. */
    List<Finding> check(String text);

    /**
     * Returns the text with all that the plugin needs, and nothing else changed.
     *
     * @throws org.sharedmailbox.cli.install.text.RefusedException if somebody has to decide
     */
    String installed(String text);

    /** Returns the text as it was before {@link #installed}. */
    String removed(String text);
}
