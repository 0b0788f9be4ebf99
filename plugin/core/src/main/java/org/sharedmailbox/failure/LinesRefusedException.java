/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.failure;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;

/** A bulk request of which some lines are wrong; nothing was changed. */
public class LinesRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<LineFault> faults;

    /**
     * @param faults at least one
     * @param lines the number of lines in the request
     */
    public LinesRefusedException(Collection<LineFault> faults, int lines) {
        super(
                String.format(
                        "%d of %d delegations cannot be granted, so nothing was changed; 'errors'"
                                + " lists them",
                        faults.size(), lines));
        this.faults = ImmutableList.sortedCopyOf(Comparator.comparingInt(LineFault::line), faults);
    }

    /** Returns the faults in the order of their lines. */
    public ImmutableList<LineFault> faults() {
        return faults;
    }

    /**
     * Returns the kind of fault that has to be corrected first: the request itself, then what it
     * names.
     */
    public RequestRefusedException.Kind kind() {
        return faults.stream()
                .map(fault -> fault.refused().kind())
                .min(Comparator.naturalOrder())
                .orElse(RequestRefusedException.Kind.INVALID);
    }
}
