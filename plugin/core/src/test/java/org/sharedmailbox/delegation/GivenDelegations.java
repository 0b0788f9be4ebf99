/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.delegation;

import static org.sharedmailbox.People.NOON;

import org.sharedmailbox.transaction.Transactions;

/** Puts delegations into a store as the services do, with the owner of each locked. */
public final class GivenDelegations {
    private GivenDelegations() {}

    public static void put(
            Transactions transactions, Delegations store, Delegation... delegations) {
        for (Delegation delegation : delegations) {
            transactions.inTransaction(
                    () -> {
                        store.lockAndCount(delegation.owner(), NOON);
                        store.put(delegation);
                        return true;
                    });
        }
    }
}
