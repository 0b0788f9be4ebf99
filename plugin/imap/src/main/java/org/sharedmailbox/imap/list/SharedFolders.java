/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.list;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sharedmailbox.delegation.SubscriptionChoices;
import org.sharedmailbox.imap.name.ListPattern;
import org.sharedmailbox.imap.name.OtherUsersNamespace;

/** Folders of other owners, under the names by which the delegate knows them. Immutable. */
final class SharedFolders {
    static final SharedFolders NONE = new SharedFolders(ImmutableSortedMap.of());

    private final ImmutableSortedMap<String, SharedFolder> byName;

    SharedFolders(Map<String, SharedFolder> byName) {
        this.byName = ImmutableSortedMap.copyOf(byName);
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Returns those that match, by name. */
    Map<String, SharedFolder> matching(ListPattern pattern) {
        return Maps.filterKeys(byName, pattern::matches);
    }

    /** Returns the levels above these folders that match and are no visible folders. */
    List<String> levelsMatching(ListPattern pattern) {
        if (!pattern.listsLevels()) {
            return ImmutableList.of();
        }
        TreeSet<String> levels = new TreeSet<>();
        byName.keySet().forEach(name -> addLevelsAbove(name, levels));
        levels.removeAll(byName.keySet());
        levels.removeIf(level -> !pattern.matches(level));
        return ImmutableList.copyOf(levels);
    }

    private static void addLevelsAbove(String name, TreeSet<String> levels) {
        int end = name.lastIndexOf(OtherUsersNamespace.DELIMITER);
        while (end > 0) {
            levels.add(name.substring(0, end));
            end = name.lastIndexOf(OtherUsersNamespace.DELIMITER, end - 1);
        }
    }

    /** Decides whether the delegate sees a folder below that name. */
    boolean hasChildren(String name) {
        String below = name + OtherUsersNamespace.DELIMITER;
        String next = byName.higherKey(below);
        return next != null && next.startsWith(below);
    }

    /** Returns the same folders, subscribed as the delegate chose where they did. */
    SharedFolders asChosen(SubscriptionChoices choices) {
        return new SharedFolders(
                Maps.transformValues(
                        byName,
                        folder ->
                                SharedFolder.of(
                                        folder.address(),
                                        folder.rights(),
                                        choices.isSubscribed(
                                                folder.address().owner(),
                                                folder.address().folder(),
                                                folder.isSubscribed()))));
    }

    /** Returns only those that are subscribed. */
    SharedFolders subscribed() {
        return new SharedFolders(Maps.filterValues(byName, SharedFolder::isSubscribed));
    }
}
