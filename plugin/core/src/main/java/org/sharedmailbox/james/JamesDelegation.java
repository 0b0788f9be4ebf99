/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.user.api.DelegationStore;
import org.reactivestreams.Publisher;
import org.sharedmailbox.sidedoor.EndedLeftover;
import org.sharedmailbox.sidedoor.Leftover;
import org.sharedmailbox.sidedoor.SideDoor;
import org.sharedmailbox.sidedoor.SideDoorKind;
import org.sharedmailbox.sidedoor.SideDoors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * James's own delegation ({@code /users/{user}/authorizedUsers}, JMAP {@code Delegate/set}): a user
 * who acts as another one in everything.
 */
public class JamesDelegation implements Leftover, SideDoors {
    private static final int MAX_NAMES = 10;

    private final DelegationStore store;

    public JamesDelegation(DelegationStore store) {
        this.store = store;
    }

    /** Both ways: who can act as the account, and as whom the account can act. */
    @Override
    public Optional<EndedLeftover> end(Username account) {
        List<Username> actors = list(() -> store.authorizedUsers(account));
        List<Username> others = list(() -> store.delegatedUsers(account));
        if (actors.isEmpty() && others.isEmpty()) {
            return Optional.empty();
        }
        actors.forEach(actor -> run(store.removeAuthorizedUser(account, actor)));
        others.forEach(other -> run(store.removeAuthorizedUser(other, account)));
        return Optional.of(
                EndedLeftover.of(
                        inWords(account, actors, others),
                        () -> {
                            actors.forEach(actor -> run(store.addAuthorizedUser(account, actor)));
                            others.forEach(other -> run(store.addAuthorizedUser(other, account)));
                        }));
    }

    @Override
    public Stream<SideDoor> of(Username account) {
        return list(() -> store.authorizedUsers(account)).stream()
                .map(Username::asString)
                .sorted()
                .map(
                        actor ->
                                SideDoor.of(
                                        SideDoorKind.JAMES_DELEGATION,
                                        actor,
                                        "acts as the mailbox in everything"));
    }

    private static String inWords(Username account, List<Username> actors, List<Username> others) {
        List<String> parts = new ArrayList<>();
        if (!actors.isEmpty()) {
            parts.add(
                    String.format(
                            "James's own delegation let %s act as %s",
                            names(actors), account.asString()));
        }
        if (!others.isEmpty()) {
            parts.add(
                    String.format(
                            "James's own delegation let %s act as %s",
                            account.asString(), names(others)));
        }
        return String.join(", and ", parts) + "; this was ended";
    }

    private static String names(List<Username> users) {
        String first =
                users.stream()
                        .limit(MAX_NAMES)
                        .map(Username::asString)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return users.size() > MAX_NAMES
                ? first + " and " + (users.size() - MAX_NAMES) + " others"
                : first;
    }

    /** Nothing is kept that could be deleted. */
    @Override
    public void delete(Username account) {}

    /** A James without delegation, such as that on JPA, binds a store that supports nothing. */
    private static List<Username> list(Supplier<Publisher<Username>> users) {
        return Flux.defer(users)
                .collectList()
                .onErrorReturn(UnsupportedOperationException.class, ImmutableList.of())
                .blockOptional()
                .orElseThrow();
    }

    private static void run(Publisher<Void> change) {
        Mono.from(change).block();
    }
}
