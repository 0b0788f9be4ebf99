/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.client;

import java.util.List;
import java.util.Map;

/** The environment of programs, without what somebody has set for their own work. */
public final class PlainEnvironment {
    private static final String THIS_HOST = "127.0.0.1,localhost";

    private PlainEnvironment() {}

    /**
     * Takes out what makes Java write a line of its own or start otherwise, names a shell that is
     * everywhere, and keeps programs from asking a proxy for this host.
     */
    public static ProcessBuilder of(ProcessBuilder process) {
        Map<String, String> environment = process.environment();
        environment
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        environment.put("no_proxy", THIS_HOST);
        environment.put("NO_PROXY", THIS_HOST);
        environment.put("SHELL", "/bin/sh");
        return process;
    }
}
