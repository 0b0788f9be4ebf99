/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Binds instants with their offset, in the precision that the schema keeps. The library would
 * convert them to the local time of this machine's region, which is ambiguous in the hour after
 * summer time ends.
 */
final class InstantArguments extends AbstractArgumentFactory<Instant> {
    InstantArguments() {
        super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
        return (position, statement, context) ->
                statement.setObject(
                        position, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }
}
