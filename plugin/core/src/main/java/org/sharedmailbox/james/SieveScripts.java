/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.sieverepository.api.ScriptName;
import org.apache.james.sieverepository.api.ScriptSummary;
import org.apache.james.sieverepository.api.SieveRepository;
import org.apache.james.sieverepository.api.exception.ScriptNotFoundException;
import org.apache.james.sieverepository.api.exception.SieveRepositoryException;
import org.sharedmailbox.model.Excerpt;
import org.sharedmailbox.sidedoor.EndedLeftover;
import org.sharedmailbox.sidedoor.Leftover;
import org.sharedmailbox.sidedoor.SideDoor;
import org.sharedmailbox.sidedoor.SideDoorKind;
import org.sharedmailbox.sidedoor.SideDoors;

/** The active Sieve script of an account: it may redirect or discard mail. */
public class SieveScripts implements Leftover, SideDoors {
    private static final int MAX_NAME_LENGTH = 80;
    private static final int MAX_ADDRESS_LENGTH = 320;

    private final SieveRepository scripts;

    public SieveScripts(SieveRepository scripts) {
        this.scripts = scripts;
    }

    /** The scripts stay, so that an administrator can look at them; none is active. */
    @Override
    public Optional<EndedLeftover> end(Username account) {
        if (!hasActive(account)) {
            return Optional.empty();
        }
        Optional<ScriptName> active = activeName(account);
        activate(account, SieveRepository.NO_SCRIPT_NAME);
        if (hasActive(account)) {
            throw new JamesFailureException(
                    "James does not switch off the Sieve script of " + account.asString());
        }
        return Optional.of(
                EndedLeftover.of(
                        String.format(
                                "The Sieve script '%s' was switched off",
                                Excerpt.oneLine(
                                        MAX_NAME_LENGTH,
                                        active.map(ScriptName::getValue).orElse(""))),
                        () -> active.ifPresent(name -> activate(account, name))));
    }

    @Override
    public Stream<SideDoor> of(Username account) {
        try (InputStream active = scripts.getActive(account)) {
            byte[] script = active.readNBytes(SieveRedirects.MAX_OCTETS + 1);
            Optional<Set<String>> targets =
                    script.length > SieveRedirects.MAX_OCTETS
                            ? Optional.empty()
                            : SieveRedirects.in(script);
            return targets.map(SieveScripts::doors)
                    .orElseGet(
                            () ->
                                    Stream.of(
                                            SideDoor.ofUnknown(
                                                    SideDoorKind.SIEVE,
                                                    "the active script cannot be read")));
        } catch (ScriptNotFoundException e) {
            return Stream.empty();
        } catch (SieveRepositoryException | IOException e) {
            throw failure("read the Sieve script of " + account.asString(), e);
        }
    }

    private static Stream<SideDoor> doors(Set<String> targets) {
        return targets.stream()
                .map(
                        target ->
                                SideDoor.of(
                                        SideDoorKind.SIEVE,
                                        Excerpt.oneLine(MAX_ADDRESS_LENGTH, target),
                                        "the active script redirects mail"));
    }

    @Override
    public void delete(Username account) {
        try {
            for (ScriptSummary script : scripts.listScripts(account)) {
                scripts.deleteScript(account, script.getName());
            }
        } catch (SieveRepositoryException e) {
            throw failure("delete the Sieve scripts of " + account.asString(), e);
        }
    }

    /** Asks as James does when it delivers mail. */
    private boolean hasActive(Username account) {
        try (InputStream active = scripts.getActive(account)) {
            return true;
        } catch (ScriptNotFoundException e) {
            return false;
        } catch (SieveRepositoryException | IOException e) {
            throw failure("read the Sieve script of " + account.asString(), e);
        }
    }

    private Optional<ScriptName> activeName(Username account) {
        try {
            return scripts.listScripts(account).stream()
                    .filter(ScriptSummary::isActive)
                    .map(ScriptSummary::getName)
                    .findFirst();
        } catch (SieveRepositoryException e) {
            throw failure("list the Sieve scripts of " + account.asString(), e);
        }
    }

    private void activate(Username account, ScriptName name) {
        try {
            scripts.setActive(account, name);
        } catch (SieveRepositoryException e) {
            throw failure("switch the Sieve script of " + account.asString(), e);
        }
    }

    private static JamesFailureException failure(String what, Exception cause) {
        return new JamesFailureException("James cannot " + what, cause);
    }
}
