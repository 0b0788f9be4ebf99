/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import com.google.common.base.Suppliers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The place of a folder in its owner's hierarchy, by ids. What is not needed is not asked for:
 * finding an id is a question to James. For one command, because folders are renamed, and for one
 * thread at a time.
 */
public final class FolderPlace {
    private final Supplier<Optional<FolderName>> name;
    private final Function<FolderName, Optional<FolderId>> idOf;

    private FolderPlace(
            Supplier<Optional<FolderName>> name, Function<FolderName, Optional<FolderId>> idOf) {
        this.name = Suppliers.memoize(name::get);
        this.idOf = idOf;
    }

    /**
     * Returns the place that a name stands for, whether or not there is a folder.
     *
     * @param idOf finds the ids of the owner's folders by their present names; is not asked for
     *     INBOX
     */
    public static FolderPlace of(FolderName name, Function<FolderName, Optional<FolderId>> idOf) {
        return new FolderPlace(() -> Optional.of(name), memoized(idOf));
    }

    /** Returns the same where the owner's folders are known, by their present names. */
    public static FolderPlace in(Map<FolderName, FolderId> folders, FolderName name) {
        return of(name, asked -> Optional.ofNullable(folders.get(asked)));
    }

    /**
     * Returns the place of a folder that may have been renamed since its id was learnt.
     *
     * @param name finds its present name; empty if it is gone, or is no longer the owner's
     */
    public static FolderPlace of(
            Supplier<FolderId> id,
            Supplier<Optional<FolderName>> name,
            Function<FolderName, Optional<FolderId>> idOf) {
        Supplier<Optional<FolderName>> present = Suppliers.memoize(name::get);
        return new FolderPlace(
                present,
                memoized(
                        asked ->
                                present.get().filter(asked::equals).isPresent()
                                        ? Optional.of(id.get())
                                        : idOf.apply(asked)));
    }

    private static Function<FolderName, Optional<FolderId>> memoized(
            Function<FolderName, Optional<FolderId>> idOf) {
        Map<FolderName, Optional<FolderId>> known = new HashMap<>();
        known.put(FolderName.INBOX, Optional.of(FolderId.INBOX));
        return name -> known.computeIfAbsent(name, idOf);
    }

    /** Returns the folder's id; empty if there is no such folder. */
    public Optional<FolderId> id() {
        return name().flatMap(idOf);
    }

    /** Returns the folder's present name; empty if it is gone. */
    public Optional<FolderName> name() {
        return name.get();
    }

    /** Returns the ids of those folders above it that exist, the nearest first; lazily. */
    Stream<FolderId> above() {
        return Stream.iterate(
                        name().flatMap(FolderName::parent),
                        Optional::isPresent,
                        level -> level.flatMap(FolderName::parent))
                // Not "inbox" above "inbox.x", which is INBOX, and above "INBOX.x" only.
                .map(level -> level.filter(upper -> name().filter(upper::covers).isPresent()))
                .map(level -> level.flatMap(idOf))
                .flatMap(Optional::stream);
    }
}
