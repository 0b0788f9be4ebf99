/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.util.ValuePatch;
import org.apache.james.vacation.api.AccountId;
import org.apache.james.vacation.api.Vacation;
import org.apache.james.vacation.api.VacationPatch;
import org.apache.james.vacation.api.VacationService;
import org.sharedmailbox.autoreply.OwnVacation;
import org.sharedmailbox.autoreply.Vacations;

/** {@link Vacations} of James's own service, which not every flavour has. */
public class JamesVacations implements Vacations {
    /** James still answers at the moment of the end. */
    private static final Duration BEFORE_END = Duration.ofMillis(1);

    private final JamesServices james;

    @Inject
    public JamesVacations(JamesServices james) {
        this.james = james;
    }

    @Override
    public boolean areOffered() {
        return james.find(VacationService.class).isPresent();
    }

    private VacationService service() {
        return james.find(VacationService.class)
                .orElseThrow(() -> new IllegalStateException("This James has no vacation notices"));
    }

    @Override
    public OwnVacation of(Username account) {
        Vacation vacation = service().retrieveVacation(AccountId.fromUsername(account)).block();
        if (vacation == null) {
            return OwnVacation.builder().build();
        }
        return OwnVacation.builder()
                .enabled(vacation.isEnabled())
                .subject(vacation.getSubject())
                .text(vacation.getTextBody())
                .html(vacation.getHtmlBody())
                .from(vacation.getFromDate().map(ZonedDateTime::toInstant))
                .until(
                        vacation.getToDate()
                                .map(ZonedDateTime::toInstant)
                                .map(JamesVacations::later))
                .build();
    }

    private static Instant later(Instant last) {
        return last.plus(BEFORE_END);
    }

    @Override
    public void put(Username account, OwnVacation vacation) {
        service()
                .modifyVacation(
                        AccountId.fromUsername(account),
                        VacationPatch.builder()
                                .isEnabled(vacation.enabled())
                                .subject(ValuePatch.ofOptional(vacation.subject()))
                                .textBody(ValuePatch.ofOptional(vacation.text()))
                                .htmlBody(ValuePatch.ofOptional(vacation.html()))
                                .fromDate(
                                        ValuePatch.ofOptional(
                                                vacation.from().map(JamesVacations::utc)))
                                .toDate(
                                        ValuePatch.ofOptional(
                                                vacation.until()
                                                        .map(end -> utc(end.minus(BEFORE_END)))))
                                .build())
                .block();
    }

    private static ZonedDateTime utc(Instant at) {
        return at.atZone(ZoneOffset.UTC);
    }
}
