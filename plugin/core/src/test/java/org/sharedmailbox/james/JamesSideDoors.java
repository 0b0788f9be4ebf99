/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.DefaultVacationService;
import org.apache.james.core.Username;
import org.apache.james.eventsourcing.eventstore.memory.InMemoryEventStore;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.jmap.api.filtering.FilteringManagement;
import org.apache.james.jmap.api.filtering.Rule;
import org.apache.james.jmap.api.filtering.impl.EventSourcingFilteringManagement;
import org.apache.james.sieverepository.api.ScriptContent;
import org.apache.james.sieverepository.api.ScriptName;
import org.apache.james.sieverepository.api.SieveRepository;
import org.apache.james.sieverepository.api.exception.ScriptNotFoundException;
import org.apache.james.sieverepository.file.SieveFileRepository;
import org.apache.james.user.api.DelegationStore;
import org.apache.james.user.memory.MemoryDelegationStore;
import org.apache.james.vacation.api.AccountId;
import org.apache.james.vacation.api.VacationPatch;
import org.apache.james.vacation.api.VacationService;
import org.apache.james.vacation.memory.MemoryNotificationRegistry;
import org.apache.james.vacation.memory.MemoryVacationRepository;
import org.sharedmailbox.sidedoor.Leftover;
import reactor.core.publisher.Mono;

/** What James has beside its accounts and mail: its own delegation, scripts, filters, notices. */
public final class JamesSideDoors {
    public final DelegationStore delegation = new MemoryDelegationStore();
    public final FilteringManagement filters =
            new EventSourcingFilteringManagement(new InMemoryEventStore());
    public final VacationService vacations =
            new DefaultVacationService(
                    new MemoryVacationRepository(),
                    new MemoryNotificationRegistry(ZonedDateTime::now));
    public final SieveRepository scripts;

    JamesSideDoors() {
        try {
            scripts = new SieveFileRepository(new Folder(Files.createTempDirectory("sieve")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns our views of them, as the Guice module makes them. */
    public List<Leftover> leftovers() {
        return List.of(
                new JamesDelegation(delegation),
                new SieveScripts(scripts),
                new JmapFilters(filters),
                new VacationNotice(vacations));
    }

    /** Stores a script and makes it the active one. */
    public void script(Username account, String name, String content) {
        try {
            scripts.putScript(account, new ScriptName(name), new ScriptContent(content));
            scripts.setActive(account, new ScriptName(name));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean hasActiveScript(Username account) {
        try (InputStream active = scripts.getActive(account)) {
            return true;
        } catch (ScriptNotFoundException e) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> scriptsOf(Username account) {
        try {
            return scripts.listScripts(account).stream()
                    .map(script -> script.getName().getValue())
                    .sorted()
                    .collect(Collectors.toList());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the actor act as the account. */
    public void delegates(Username account, Username actor) {
        Mono.from(delegation.addAuthorizedUser(account, actor)).block();
    }

    public void vacation(Username account) {
        vacations
                .modifyVacation(
                        AccountId.fromUsername(account),
                        VacationPatch.builder().isEnabled(true).textBody("I am away").build())
                .block();
    }

    public boolean isOnVacation(Username account) {
        return vacations.retrieveVacation(AccountId.fromUsername(account)).block().isEnabled();
    }

    /** Files mails about anything into a folder. */
    public void filter(Username account) {
        Rule rule =
                Rule.builder()
                        .id(Rule.Id.of("1"))
                        .name("all")
                        .condition(
                                Rule.Condition.of(
                                        Rule.Condition.Field.SUBJECT,
                                        Rule.Condition.Comparator.CONTAINS,
                                        "a"))
                        .action(Rule.Action.of(Rule.Action.AppendInMailboxes.withMailboxIds("7")))
                        .build();
        Mono.from(filters.defineRulesForUser(account, Optional.empty(), rule)).block();
    }

    public int rulesOf(Username account) {
        return Mono.from(filters.listRulesForUser(account)).block().getRules().size();
    }

    /** Files below one folder. */
    private static final class Folder implements FileSystem {
        private final Path root;

        Folder(Path root) {
            this.root = root;
        }

        @Override
        public InputStream getResource(String url) throws IOException {
            return Files.newInputStream(getFile(url).toPath());
        }

        @Override
        public File getFile(String url) {
            return root.resolve(url.substring(FileSystem.FILE_PROTOCOL.length())).toFile();
        }

        @Override
        public File getBasedir() {
            return root.toFile();
        }
    }

    /** Returns the vacation notices, for automatic replies. */
    public JamesVacations vacationNotices() {
        return new JamesVacations(
                new JamesServices() {
                    @Override
                    public <T> Optional<T> find(Class<T> type) {
                        return Optional.of(vacations).filter(type::isInstance).map(type::cast);
                    }
                });
    }
}
