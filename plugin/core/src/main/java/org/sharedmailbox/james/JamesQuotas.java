/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Quota;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.quota.MaxQuotaManager;
import org.apache.james.mailbox.quota.UserQuotaRootResolver;
import org.sharedmailbox.mailbox.MailboxQuota;
import org.sharedmailbox.mailbox.Quotas;

/** {@link Quotas} in James's quota manager. */
public class JamesQuotas implements Quotas {
    private final MaxQuotaManager maxQuotas;
    private final UserQuotaRootResolver quotaRoots;

    @Inject
    public JamesQuotas(MaxQuotaManager maxQuotas, UserQuotaRootResolver quotaRoots) {
        this.maxQuotas = maxQuotas;
        this.quotaRoots = quotaRoots;
    }

    @Override
    public MailboxQuota of(Username address) {
        QuotaRoot root = quotaRoots.forUser(address);
        return MailboxQuota.of(
                Optional.ofNullable(maxQuotas.listMaxMessagesDetails(root).get(Quota.Scope.User))
                        .filter(QuotaCountLimit::isLimited)
                        .map(QuotaCountLimit::asLong),
                Optional.ofNullable(maxQuotas.listMaxStorageDetails(root).get(Quota.Scope.User))
                        .filter(QuotaSizeLimit::isLimited)
                        .map(QuotaSizeLimit::asLong));
    }

    @Override
    public void set(Username address, MailboxQuota quota) {
        QuotaRoot root = quotaRoots.forUser(address);
        try {
            if (quota.count().isPresent()) {
                maxQuotas.setMaxMessage(root, QuotaCountLimit.count(quota.count().get()));
            } else {
                maxQuotas.removeMaxMessage(root);
            }
            if (quota.size().isPresent()) {
                maxQuotas.setMaxStorage(root, QuotaSizeLimit.size(quota.size().get()));
            } else {
                maxQuotas.removeMaxStorage(root);
            }
        } catch (MailboxException e) {
            throw new JamesFailureException(
                    "James cannot set the quota of " + address.asString(), e);
        }
    }
}
