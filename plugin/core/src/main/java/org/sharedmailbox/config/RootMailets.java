/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import static org.sharedmailbox.config.InstallationLine.Names.DELEGATED_SENDER;
import static org.sharedmailbox.config.InstallationLine.Names.SHARED_SENT_COPY;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sharedmailbox.config.MailetPlace.Kind;

/**
 * Decides whether the plugin's mailets are where they have to be among all of the processor {@code
 * root}. All mail has to get to them; what does not harm that may be in front of them. The command
 * line decides by this, too, so nothing that James brings is used. Immutable.
 */
public final class RootMailets {
    private final List<ConfiguredMailet> mailets;

    /**
     * @param mailets all of the processor, in their order
     */
    public RootMailets(List<ConfiguredMailet> mailets) {
        this.mailets = List.copyOf(mailets);
    }

    /** Returns the place of the mailet that the line names, which is one of the plugin's two. */
    public MailetPlace placeOf(InstallationLine line) {
        return line.names(SHARED_SENT_COPY) ? placeOfCopy() : placeOfSender();
    }

    ConfiguredMailet get(int index) {
        return mailets.get(index);
    }

    /**
     * What leaves before it leaves with the delegate's name in it, so it counts what takes away
     * even a part of the mail.
     */
    private MailetPlace placeOfSender() {
        return best(
                named(DELEGATED_SENDER, 0),
                mailet -> mailet.isEnd() && (mailet.isForAll() || mailet.isSendingOn()));
    }

    /** Of what is taken away on a condition an operator may not want a copy. */
    private MailetPlace placeOfCopy() {
        OptionalInt sender = named(DELEGATED_SENDER, 0).findFirst();
        if (named(SHARED_SENT_COPY, sender.orElse(0)).findFirst().isEmpty()) {
            OptionalInt early = named(SHARED_SENT_COPY, 0).findFirst();
            return early.isPresent()
                    ? MailetPlace.of(Kind.BEFORE_SENDER, early.getAsInt())
                    : MailetPlace.missing();
        }
        return best(
                named(SHARED_SENT_COPY, sender.orElse(0)),
                mailet -> mailet.isEnd() && mailet.isForAll());
    }

    private IntStream named(String name, int from) {
        return IntStream.range(from, mailets.size()).filter(index -> get(index).isOf(name));
    }

    /** Returns the first place that is right, or else what is wrong with the first. */
    private MailetPlace best(IntStream indices, Barrier barrier) {
        MailetPlace first = null;
        for (int index : indices.toArray()) {
            MailetPlace place = place(index, barrier);
            if (place.isRight()) {
                return place;
            }
            first = first == null ? place : first;
        }
        return first == null ? MailetPlace.missing() : first;
    }

    private MailetPlace place(int index, Barrier barrier) {
        OptionalInt obstacle =
                IntStream.range(0, index).filter(other -> barrier.stops(get(other))).findFirst();
        if (obstacle.isPresent()) {
            int other = obstacle.getAsInt();
            return MailetPlace.behind(
                    get(other).isForAll() ? Kind.UNREACHED : Kind.BYPASSED, other, index);
        }
        return MailetPlace.of(get(index).isForAll() ? Kind.RIGHT : Kind.NOT_FOR_ALL, index);
    }

    /** Which mailets mail does not get past. */
    private interface Barrier {
        boolean stops(ConfiguredMailet mailet);
    }
}
