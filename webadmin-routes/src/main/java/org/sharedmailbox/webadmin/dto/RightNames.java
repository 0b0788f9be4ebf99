/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.webadmin.http.Quoted;

/** Reads the names of rights. */
final class RightNames {
    private RightNames() {}

    /**
     * Returns the rights of those names.
     *
     * @throws RequestRefusedException ({@code INVALID}) if there is no right of one of the names
     */
    static ImmutableSet<DelegationRight> parse(String field, Collection<String> names) {
        return names.stream().map(name -> parse(field, name)).collect(Sets.toImmutableEnumSet());
    }

    private static DelegationRight parse(String field, String name) {
        return DelegationRight.parse(name)
                .orElseThrow(
                        () ->
                                RequestRefusedException.invalid(
                                        field,
                                        String.format(
                                                "'%s' names %s, which is not a right; the rights"
                                                        + " are %s",
                                                field, Quoted.of(name), DelegationRight.names())));
    }
}
