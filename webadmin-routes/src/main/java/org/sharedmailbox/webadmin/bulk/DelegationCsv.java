/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletResponse;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.ListedDelegation;
import org.sharedmailbox.delegation.ShortForm;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.webadmin.dto.DelegationRequest;

/** Writes delegations as a CSV, and names the columns for reading too. */
public final class DelegationCsv {
    private static final String STATE = "state";
    private static final String LAST_READ = "lastRead";
    private static final String LAST_MANAGED = "lastManaged";
    private static final String LAST_SENT = "lastSent";

    /** The columns, in this order when written, in any order when read. */
    static final ImmutableList<String> COLUMNS =
            ImmutableList.of(
                    DelegationRequest.OWNER,
                    DelegationRequest.DELEGATE,
                    DelegationRequest.RIGHTS,
                    DelegationRequest.FOLDERS,
                    DelegationRequest.ACCESS,
                    DelegationRequest.NOT_BEFORE,
                    DelegationRequest.NOT_AFTER,
                    DelegationRequest.NOTE,
                    STATE,
                    LAST_READ,
                    LAST_MANAGED,
                    LAST_SENT);

    private static final CsvDownload<ListedDelegation> DOWNLOAD =
            new CsvDownload<>(COLUMNS, DelegationCsv::cells);

    private DelegationCsv() {}

    /**
     * Sends the parts of a list, one after the other.
     *
     * @throws org.sharedmailbox.failure.StoreUnavailableException if the first part cannot be read;
     *     if a later one cannot, the connection is cut
     */
    public static void send(
            Iterator<? extends Collection<ListedDelegation>> parts, HttpServletResponse response)
            throws IOException {
        DOWNLOAD.send(Iterators.transform(parts, DelegationCsv::givingSomething), response);
    }

    /** Writes those delegations, with a header line. */
    static void write(Collection<ListedDelegation> delegations, Writer text) throws IOException {
        DOWNLOAD.write(Iterators.singletonIterator(givingSomething(delegations)), text);
    }

    /** Leaves out empty cells, which would be read as the default rights of the mailbox's type. */
    private static Collection<ListedDelegation> givingSomething(Collection<ListedDelegation> part) {
        return Collections2.filter(part, listed -> !listed.delegation().givesNothing());
    }

    private static List<String> cells(ListedDelegation listed) {
        Delegation delegation = listed.delegation();
        ShortForm inShort = delegation.inShort();
        return Stream.of(
                        delegation.owner().asString(),
                        delegation.delegate().asString(),
                        CsvCells.joined(names(inShort.rights())),
                        CsvCells.joined(folders(inShort)),
                        inShort.saysAll() ? "" : CsvAccess.write(delegation.entries()),
                        delegation.validity().notBefore().map(Instant::toString).orElse(""),
                        delegation.validity().notAfter().map(Instant::toString).orElse(""),
                        delegation.note().orElse(""),
                        listed.state().wireName(),
                        day(listed, Use.READ),
                        day(listed, Use.MANAGE),
                        day(listed, Use.SEND))
                .map(CsvCells::guarded)
                .collect(Collectors.toList());
    }

    private static String day(ListedDelegation listed, Use use) {
        return listed.lastUse().day(use).map(LocalDate::toString).orElse("");
    }

    private static List<String> names(ImmutableSet<DelegationRight> rights) {
        return rights.stream().sorted().map(Enum::name).collect(Collectors.toList());
    }

    private static List<String> folders(ShortForm inShort) {
        return inShort.folders().stream()
                .flatMap(ImmutableList::stream)
                .map(FolderName::asString)
                .collect(Collectors.toList());
    }
}
