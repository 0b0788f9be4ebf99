/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;

/** How people see a mailbox named, e.g. in From: {@code Technical Support}. */
@AutoValue
public abstract class DisplayName {
    private static final int LONGEST = 200;

    DisplayName() {}

    /**
     * @throws IllegalArgumentException if it is blank, longer than {@value #LONGEST} characters, or
     *     contains a control character (it goes into mail headers) or an {@code @} (it could pass
     *     for another address)
     */
    public static DisplayName of(String name) {
        String trimmed = name.trim();
        checkArgument(!trimmed.isEmpty(), "'displayName' is empty");
        checkArgument(
                trimmed.length() <= LONGEST, "'displayName' has more than %s characters", LONGEST);
        checkArgument(
                trimmed.chars().noneMatch(DisplayName::breaksLines),
                "'displayName' contains a control character or a line break");
        checkArgument(trimmed.indexOf('@') < 0, "'displayName' contains an '@'");
        return new AutoValue_DisplayName(trimmed);
    }

    private static boolean breaksLines(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    public abstract String asString();

    @Override
    public final String toString() {
        return asString();
    }
}
