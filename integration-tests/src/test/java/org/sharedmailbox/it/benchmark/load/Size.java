/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** How much of everything there is, unless {@code -Dbenchmark.load.NAME=} says otherwise. */
final class Size {
    private Size() {}

    static int of(String name, int unlessTold) {
        return Integer.getInteger("benchmark.load." + name, unlessTold);
    }

    /** Returns whether a process here may have so many connections, and a few files beside them. */
    static boolean isPermitted(int connections) {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return !(system instanceof UnixOperatingSystemMXBean)
                || ((UnixOperatingSystemMXBean) system).getMaxFileDescriptorCount()
                        > connections + 1_000L;
    }
}
