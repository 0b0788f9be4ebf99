/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.util.ValuePatch;
import org.apache.james.vacation.api.AccountId;
import org.apache.james.vacation.api.Vacation;
import org.apache.james.vacation.api.VacationPatch;
import org.apache.james.vacation.api.VacationService;
import org.sharedmailbox.sidedoor.EndedLeftover;
import org.sharedmailbox.sidedoor.Leftover;

/** The answer that James sends by itself in the name of an account. */
public class VacationNotice implements Leftover {
    private final VacationService vacations;

    public VacationNotice(VacationService vacations) {
        this.vacations = vacations;
    }

    /** Subject and text stay. */
    @Override
    public Optional<EndedLeftover> end(Username account) {
        Vacation vacation = vacations.retrieveVacation(AccountId.fromUsername(account)).block();
        if (vacation == null || !vacation.isEnabled()) {
            return Optional.empty();
        }
        enable(account, false);
        return Optional.of(
                EndedLeftover.of(
                        "The vacation notice was switched off", () -> enable(account, true)));
    }

    private void enable(Username account, boolean enabled) {
        change(account, VacationPatch.builder().isEnabled(enabled));
    }

    @Override
    public void delete(Username account) {
        change(
                account,
                VacationPatch.builder()
                        .isEnabled(false)
                        .subject(ValuePatch.remove())
                        .textBody(ValuePatch.remove())
                        .htmlBody(ValuePatch.remove())
                        .fromDate(ValuePatch.remove())
                        .toDate(ValuePatch.remove()));
    }

    private void change(Username account, VacationPatch.Builder patch) {
        vacations.modifyVacation(AccountId.fromUsername(account), patch.build()).block();
    }
}
