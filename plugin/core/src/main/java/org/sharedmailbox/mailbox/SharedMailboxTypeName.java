/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailbox;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sharedmailbox.model.Excerpt;

/** The name of a {@link SharedMailboxType}, in lower case, e.g. {@code team}. */
@AutoValue
public abstract class SharedMailboxTypeName {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    SharedMailboxTypeName() {}

    /**
     * @throws IllegalArgumentException if it is not 1 to 31 letters, digits and hyphens
     */
    public static SharedMailboxTypeName of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        checkArgument(
                NAME.matcher(lower).matches(),
                "'%s' is not a valid name of a mailbox type: use 1 to 31 letters, digits and hyphens",
                Excerpt.of(name, 40));
        return new AutoValue_SharedMailboxTypeName(lower);
    }

    public abstract String asString();

    @Override
    public final String toString() {
        return asString();
    }
}
