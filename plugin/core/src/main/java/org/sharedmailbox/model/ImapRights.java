/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.apache.james.mailbox.model.MailboxACL.Right;

/** A set of rights of RFC 4314 §2.1. Immutable. */
@AutoValue
public abstract class ImapRights {
    /** All letters, in the order of RFC 4314 §2.1. */
    private static final String LETTERS = "lrswipkxtea";

    public static final ImapRights NONE = new AutoValue_ImapRights(ImmutableSet.of());

    /** All rights but {@code p}, the right to post to a mailbox, which a delegation never gives. */
    public static final ImapRights ALL = ofLetters("lrswitkxea");

    /** The rights that James gives everybody in their own folders. */
    public static final ImapRights OF_OWNER = ofLetters(LETTERS);

    // Needed at every command, so they are made once.
    private static final ImmutableMap<DelegationRight, ImapRights> BY_RIGHT =
            Maps.toMap(EnumSet.allOf(DelegationRight.class), right -> ofLetters(right.letters()));

    ImapRights() {}

    /**
     * @param letters e.g. {@code lrs}, in any order
     * @throws IllegalArgumentException if a letter is not a right of RFC 4314
     */
    public static ImapRights ofLetters(String letters) {
        return new AutoValue_ImapRights(
                letters.chars()
                        .mapToObj(letter -> right((char) letter))
                        .collect(Sets.toImmutableEnumSet()));
    }

    private static Right right(char letter) {
        return Arrays.stream(Right.values())
                .filter(right -> right.asCharacter() == letter)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "'" + letter + "' is not a right of RFC 4314"));
    }

    /** Returns the rights that a delegation with those rights gives on its folders. */
    public static ImapRights givenBy(Collection<DelegationRight> rights) {
        return rights.stream().map(BY_RIGHT::get).reduce(NONE, ImapRights::plus);
    }

    public abstract ImmutableSet<Right> asSet();

    public boolean isEmpty() {
        return asSet().isEmpty();
    }

    public boolean allow(Right right) {
        return asSet().contains(right);
    }

    /** Returns whether at least one of the rights is among these. */
    public boolean allowAnyOf(Right first, Right... others) {
        return allow(first) || Arrays.stream(others).anyMatch(this::allow);
    }

    /**
     * Decides whether anything in a selected folder may be changed: whether it is {@code
     * READ-WRITE} (RFC 3501 §6.3.1).
     */
    public boolean permitChanges() {
        return allowAnyOf(
                Right.Insert,
                Right.PerformExpunge,
                Right.WriteSeenFlag,
                Right.DeleteMessages,
                Right.Write);
    }

    public ImapRights plus(ImapRights more) {
        return asSet().containsAll(more.asSet())
                ? this
                : new AutoValue_ImapRights(
                        Sets.immutableEnumSet(Sets.union(asSet(), more.asSet())));
    }

    /** Returns those of these rights that are not among the others. */
    public ImapRights minus(ImapRights others) {
        return new AutoValue_ImapRights(
                Sets.immutableEnumSet(Sets.difference(asSet(), others.asSet())));
    }

    /** Returns those of these rights that the cap leaves. */
    public ImapRights cappedBy(ImapRights cap) {
        return cap.asSet().containsAll(asSet())
                ? this
                : new AutoValue_ImapRights(
                        Sets.immutableEnumSet(Sets.intersection(asSet(), cap.asSet())));
    }

    /** Returns the letters in the order of RFC 4314 §2.1, e.g. {@code lrswikxtea}. */
    public String letters() {
        return LETTERS.chars()
                .filter(letter -> asSet().stream().anyMatch(right -> right.asCharacter() == letter))
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }

    @Override
    public final String toString() {
        return letters();
    }
}
