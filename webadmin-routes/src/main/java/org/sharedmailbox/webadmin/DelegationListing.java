/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.collect.Iterators;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Iterator;
import javax.inject.Inject;
import javax.servlet.http.HttpServletResponse;
import org.sharedmailbox.delegation.CurrentNames;
import org.sharedmailbox.delegation.DelegationDirectory;
import org.sharedmailbox.delegation.DelegationFilter;
import org.sharedmailbox.delegation.ListedDelegation;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;
import org.sharedmailbox.webadmin.bulk.DelegationCsv;
import org.sharedmailbox.webadmin.dto.DelegationQuery;
import org.sharedmailbox.webadmin.dto.DelegationResponse;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.Page;

/** Writes lists of delegations, with the present names of their folders. Thread-safe. */
final class DelegationListing {
    private final DelegationDirectory directory;
    private final CurrentNames names;
    private final Clock clock;

    @Inject
    DelegationListing(DelegationDirectory directory, CurrentNames names, Clock clock) {
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    /** Returns a page as JSON. */
    String page(DelegationFilter filter, Slice slice) {
        return Json.write(
                Page.of(
                        find(filter, slice),
                        found ->
                                DelegationResponse.of(
                                        found.delegation(), found.state(), found.lastUse())));
    }

    /** Sends a CSV of the page that is asked for, or of everything if none is. */
    void download(DelegationQuery query, HttpServletResponse response) throws IOException {
        DelegationCsv.send(parts(query), response);
    }

    private Iterator<? extends Collection<ListedDelegation>> parts(DelegationQuery query) {
        return query.isPaged()
                ? Iterators.singletonIterator(find(query.filter(), query.slice()).items())
                : new AllDelegations(directory, names, query.filter(), clock.instant());
    }

    private Listing<ListedDelegation> find(DelegationFilter filter, Slice slice) {
        return names.in(directory.find(filter, slice, clock.instant()));
    }
}
