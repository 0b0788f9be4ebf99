/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.bulk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.ListedDelegation;
import org.sharedmailbox.delegation.ShortForm;
import org.sharedmailbox.delegation.Use;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.webadmin.dto.DelegationRequest;

/**
 * Writes delegations as a CSV (RFC 4180) with a byte order mark, without which Excel guesses the
 * charset. Names the columns for reading too.
 */
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

    static final char BYTE_ORDER_MARK = '\uFEFF';

    private DelegationCsv() {}

    /** Returns the delegations as a CSV with a header line. */
    public static String write(List<ListedDelegation> delegations) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(COLUMNS);
            delegations.stream()
                    .filter(DelegationCsv::givesSomething)
                    .forEach(listed -> csv.writeRecord(cells(listed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Empty cells would be read as the default rights of the mailbox's type. */
    private static boolean givesSomething(ListedDelegation listed) {
        return !listed.delegation().givesNothing();
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
