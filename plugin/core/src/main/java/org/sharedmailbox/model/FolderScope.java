/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folders in which rights that are granted by their names apply: all of them, present and
 * future, or some, each with its subfolders.
 */
@AutoValue
public abstract class FolderScope {
    private static final FolderScope EVERYTHING = new AutoValue_FolderScope(Optional.empty());

    private static final int MAX_FOLDERS = 1000;

    FolderScope() {}

    public static FolderScope everything() {
        return EVERYTHING;
    }

    /**
     * @throws IllegalArgumentException if there is no folder, because a delegation of nothing is no
     *     delegation, or if there are more than {@value #MAX_FOLDERS}
     */
    public static FolderScope of(Collection<FolderName> folders) {
        checkArgument(
                !folders.isEmpty(), "'folders' is empty; leave it out to delegate all folders");
        ImmutableSet<FolderName> named = ImmutableSet.copyOf(folders);
        checkArgument(
                named.size() <= MAX_FOLDERS,
                "'folders' names %s folders, and at most %s can be named; name the folders above"
                        + " them, or leave it out to delegate all folders",
                named.size(),
                MAX_FOLDERS);
        return new AutoValue_FolderScope(Optional.of(named));
    }

    /** Returns the folders in the order in which they were named; empty if all are covered. */
    public abstract Optional<ImmutableSet<FolderName>> folders();

    public boolean isEverything() {
        return folders().isEmpty();
    }

    @Override
    public final String toString() {
        return folders()
                .map(
                        named ->
                                named.stream()
                                        .map(FolderName::asString)
                                        .collect(Collectors.joining(", ")))
                .orElse("all folders");
    }
}
