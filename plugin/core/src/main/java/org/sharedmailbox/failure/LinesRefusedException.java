/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.failure;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;

/** Many things that were asked for at once, of which some are wrong; nothing was changed. */
public class LinesRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<LineFault> faults;

    /**
     * @param faults at least one
     * @param lines how many there were
     */
    public LinesRefusedException(Collection<LineFault> faults, int lines) {
        super(
                String.format(
                        "%d of %d delegations cannot be granted, so nothing was changed; 'errors'"
                                + " tells each line",
                        faults.size(), lines));
        this.faults = ImmutableList.sortedCopyOf(Comparator.comparingInt(LineFault::line), faults);
    }

    /** By line. */
    public ImmutableList<LineFault> faults() {
        return faults;
    }

    /** Of all that is wrong, what has to be mended first: the request, then what it names. */
    public RequestRefusedException.Kind kind() {
        return faults.stream()
                .map(fault -> fault.refused().kind())
                .min(Comparator.naturalOrder())
                .orElse(RequestRefusedException.Kind.INVALID);
    }
}
