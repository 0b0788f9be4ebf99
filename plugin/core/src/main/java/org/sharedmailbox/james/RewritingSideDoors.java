/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.api.RecipientRewriteTableException;
import org.apache.james.rrt.lib.Mapping;
import org.apache.james.rrt.lib.MappingSource;
import org.sharedmailbox.model.Excerpt;
import org.sharedmailbox.sidedoor.SideDoor;
import org.sharedmailbox.sidedoor.SideDoorKind;
import org.sharedmailbox.sidedoor.SideDoors;

/** What James makes of an account's address before it delivers mail, by its rewrite table. */
public class RewritingSideDoors implements SideDoors {
    private static final int MAX_LENGTH = 320;

    private final RecipientRewriteTable rewriteTable;

    public RewritingSideDoors(RecipientRewriteTable rewriteTable) {
        this.rewriteTable = rewriteTable;
    }

    @Override
    public Stream<SideDoor> of(Username account) {
        return Stream.concat(
                        mappings(MappingSource.fromUser(account)),
                        account.getDomainPart().stream()
                                .map(MappingSource::fromDomain)
                                .flatMap(this::mappings))
                // A forward that keeps a copy names the account itself.
                .filter(mapping -> !mapping.getMappingValue().equals(account.asString()))
                .map(RewritingSideDoors::door);
    }

    private Stream<Mapping> mappings(MappingSource source) {
        try {
            return rewriteTable.getStoredMappings(source).asStream();
        } catch (RecipientRewriteTableException e) {
            throw new JamesFailureException(
                    "James cannot look up what is made of " + source.asString(), e);
        }
    }

    private static SideDoor door(Mapping mapping) {
        String target = Excerpt.oneLine(MAX_LENGTH, mapping.getMappingValue());
        switch (mapping.getType()) {
            case Alias:
                return SideDoor.of(
                        SideDoorKind.ALIAS, target, "gets the mail, and may send as the address");
            case Group:
                return SideDoor.of(SideDoorKind.GROUP, target, "gets the mail");
            case Forward:
                return SideDoor.of(SideDoorKind.FORWARD, target, "gets the mail");
            default:
                return SideDoor.of(
                        SideDoorKind.REWRITING,
                        target,
                        "the address is rewritten (" + mapping.getType() + ")");
        }
    }
}
