/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.dto;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.webadmin.http.Quoted;

/** Rights as a body names them. */
public final class RightNames {
    private RightNames() {}

    /**
     * @throws RequestRefusedException ({@code INVALID}) if one is no right
     */
    public static ImmutableSet<DelegationRight> parse(String field, Collection<String> names) {
        return names.stream().map(name -> parse(field, name)).collect(Sets.toImmutableEnumSet());
    }

    private static DelegationRight parse(String field, String name) {
        return DelegationRight.parse(name)
                .orElseThrow(
                        () ->
                                RequestRefusedException.invalid(
                                        field,
                                        String.format(
                                                "'%s' names %s, which is no right; the rights"
                                                        + " are %s",
                                                field, Quoted.of(name), DelegationRight.names())));
    }
}
