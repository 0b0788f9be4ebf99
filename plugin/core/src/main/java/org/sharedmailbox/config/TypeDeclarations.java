/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.mailbox.SharedMailboxTypeName;
import org.sharedmailbox.mailbox.SharedMailboxTypes;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.ImapRights;

/**
 * Reads the mailbox types that the operator declares, each with up to four settings: {@code
 * type.NAME.folders}, {@code .defaultRights}, {@code .cap} and {@code .sending}.
 */
final class TypeDeclarations {
    private static final String PREFIX = "type.";
    private static final ImmutableSet<String> PROPERTIES =
            ImmutableSet.of("folders", "defaultRights", "cap", "sending");
    private static final ImmutableList<SharedMailboxType> BUILT_IN =
            ImmutableList.of(SharedMailboxType.TEAM, SharedMailboxType.ARCHIVE);
    private static final Splitter LIST = Splitter.on(',').trimResults().omitEmptyStrings();

    private TypeDeclarations() {}

    /**
     * @throws IllegalArgumentException with a message that names the first wrong key
     */
    static SharedMailboxTypes read(Settings settings) {
        TreeSet<String> names = new TreeSet<>();
        for (String key : settings.keysBelow(PREFIX)) {
            List<String> parts = Splitter.on('.').splitToList(key);
            if (parts.size() != 3 || !PROPERTIES.contains(parts.get(2))) {
                throw wrong(
                        "there is no setting '%s'; a type has type.NAME.folders,"
                                + " type.NAME.defaultRights, type.NAME.cap and type.NAME.sending",
                        key);
            }
            names.add(parts.get(1));
        }
        ImmutableList.Builder<SharedMailboxType> types = ImmutableList.builder();
        types.addAll(BUILT_IN);
        names.forEach(name -> types.add(type(name, settings)));
        return SharedMailboxTypes.of(types.build());
    }

    private static SharedMailboxType type(String written, Settings settings) {
        String key = PREFIX + written + ".";
        SharedMailboxType.Builder type =
                SharedMailboxType.named(name(written, key))
                        .folders(folders(key + "folders", settings));
        boolean sending = settings.flag(key + "sending").orElse(true);
        type.sending(sending);
        rights(key + "defaultRights", settings, sending).ifPresent(type::defaultRights);
        parsed(key + "cap", settings, ImapRights::ofLetters, "rights of RFC 4314, e.g. lrswitkxe")
                .ifPresent(type::cap);
        return type.build();
    }

    private static SharedMailboxTypeName name(String written, String key) {
        try {
            SharedMailboxTypeName name = SharedMailboxTypeName.of(written);
            if (!name.asString().equals(written)) {
                throw wrong("'%s' begins with a name that is not in lower case", key);
            }
            if (BUILT_IN.stream().anyMatch(type -> type.name().equals(name))) {
                throw wrong("'%s' declares a type that is built in; choose another name", key);
            }
            return name;
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith("shared-mailboxes.properties: ") ? e : wrong("%s", message);
        }
    }

    private static ImmutableList<FolderName> folders(String key, Settings settings) {
        ImmutableList<FolderName> folders =
                settings.text(key).map(LIST::splitToList).orElse(ImmutableList.of()).stream()
                        .map(name -> folder(key, name))
                        .collect(ImmutableList.toImmutableList());
        if (folders.isEmpty()) {
            throw wrong("%s is missing; name the folders that such a mailbox has", key);
        }
        return folders;
    }

    private static FolderName folder(String key, String name) {
        try {
            return FolderName.of(name);
        } catch (IllegalArgumentException e) {
            throw wrong("%s: %s", key, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<ImmutableSet<DelegationRight>> rights(
            String key, Settings settings, boolean sending) {
        Optional<ImmutableSet<DelegationRight>> rights =
                parsed(
                        key,
                        settings,
                        TypeDeclarations::rights,
                        "some of " + DelegationRight.names());
        if (!sending
                && rights.filter(all -> all.stream().anyMatch(DelegationRight::isForSending))
                        .isPresent()) {
            throw wrong("%s names a right to send, but the type's 'sending' is false", key);
        }
        return rights;
    }

    private static ImmutableSet<DelegationRight> rights(String written) {
        ImmutableSet<DelegationRight> rights =
                LIST.splitToStream(written)
                        .map(
                                name ->
                                        DelegationRight.parse(name)
                                                .orElseThrow(IllegalArgumentException::new))
                        .collect(Sets.toImmutableEnumSet());
        if (rights.isEmpty()) {
            throw new IllegalArgumentException();
        }
        return rights;
    }

    private static <T> Optional<T> parsed(
            String key, Settings settings, Function<String, T> parse, String allowed) {
        return settings.text(key)
                .map(
                        value -> {
                            try {
                                return parse.apply(value);
                            } catch (IllegalArgumentException e) {
                                throw Settings.refused(key, value, allowed);
                            }
                        });
    }

    private static IllegalArgumentException wrong(String message, String... about) {
        return new IllegalArgumentException(
                "shared-mailboxes.properties: " + String.format(message, (Object[]) about));
    }
}
