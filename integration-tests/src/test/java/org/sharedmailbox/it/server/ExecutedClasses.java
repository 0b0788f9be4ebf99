/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.tools.ExecDumpClient;

/** Tells which of the plugin's classes a server executes, by JaCoCo's agent in it. */
public final class ExecutedClasses {
    private static final String GENERATED = "AutoValue_";
    private static final Pattern NESTED = Pattern.compile("[$_].*");

    private final int port = FreePorts.next();
    private final Set<String> values = ConcurrentHashMap.newKeySet();

    /** What Java needs to be told for this. */
    public String javaOption() {
        return String.format(
                "-javaagent:%s=output=tcpserver,port=%d,includes=org.sharedmailbox.*,"
                        + "excludes=org.sharedmailbox.shaded.*",
                Installation.fromBuild("jacoco.agent"), port);
    }

    /**
     * The classes of which something was executed meanwhile, on any thread; nested ones as those
     * around them, and without values that AutoValue makes.
     */
    public Set<String> during(Runnable action) {
        dump();
        action.run();
        Set<String> executed =
                dump().stream()
                        .filter(ExecutionData::hasHits)
                        .map(ExecutedClasses::topLevelName)
                        .collect(Collectors.toCollection(TreeSet::new));
        executed.removeAll(values);
        return executed;
    }

    private Collection<ExecutionData> dump() {
        ExecDumpClient client = new ExecDumpClient();
        client.setReset(true);
        try {
            Collection<ExecutionData> all =
                    client.dump("127.0.0.1", port).getExecutionDataStore().getContents();
            all.stream()
                    .filter(one -> one.getName().contains(GENERATED))
                    .map(ExecutedClasses::topLevelName)
                    .forEach(values::add);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String topLevelName(ExecutionData data) {
        String name = data.getName().replace('/', '.').replace(GENERATED, "");
        return NESTED.matcher(name).replaceFirst("");
    }
}
