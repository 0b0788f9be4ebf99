/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.SALES;
import static org.sharedmailbox.People.SUPPORT;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.james.core.Username;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.failure.StoreUnavailableException;

/**
 * The contract of transactions of which each waits for the other, for every database that makes
 * changes side by side.
 */
public interface ConflictContract extends StoresInTransaction {
    @Test
    default void aRepeatableTransactionThatIsGivenUpIsRunAgain() {
        OppositeGrants grants = new OppositeGrants(this);

        List<CompletableFuture<Boolean>> ends =
                grants.run(work -> transactions().inRepeatableTransaction(work));

        assertThat(ends).allSatisfy(end -> assertThat(end).isCompletedWithValue(true));
        // Once, unless they meet again.
        assertThat(grants.undone()).as("before it was run again").isNotEmpty();
        assertThat(grants.runs())
                .as("of two, each that was undone was run again")
                .hasSize(2 + grants.undone().size());
        assertThat(grants.announced())
                .as("each once, although one was run more often")
                .containsExactlyInAnyOrder(ALICE, BOB);
        assertMembersOfBoth(List.of(ALICE, BOB));
    }

    @Test
    default void anyOtherIsGivenUpForGoodAndHasChangedNothing() {
        OppositeGrants grants = new OppositeGrants(this);

        assertOneIsGivenUp(grants.run(work -> transactions().inTransaction(work)), grants);
    }

    @Test
    default void withinAnotherTransactionTheOuterOneDecides() {
        OppositeGrants grants = new OppositeGrants(this);

        assertOneIsGivenUp(
                grants.run(
                        work ->
                                transactions()
                                        .inTransaction(
                                                () ->
                                                        transactions()
                                                                .inRepeatableTransaction(work))),
                grants);
    }

    private void assertOneIsGivenUp(List<CompletableFuture<Boolean>> ends, OppositeGrants grants) {
        assertThat(ends)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .singleElement(InstanceOfAssertFactories.COMPLETABLE_FUTURE)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(StoreUnavailableException.class)
                .withMessageContaining("nothing was changed, try again");
        assertThat(grants.runs()).hasSize(2);
        assertThat(grants.undone()).hasSize(1);
        assertThat(grants.announced()).hasSize(1);
        assertMembersOfBoth(grants.announced());
    }

    private void assertMembersOfBoth(Collection<Username> members) {
        for (Username owner : List.of(SALES, SUPPORT)) {
            assertThat(delegations().ofOwner(owner))
                    .extracting(Delegation::delegate)
                    .containsExactlyInAnyOrderElementsOf(members);
        }
    }
}
