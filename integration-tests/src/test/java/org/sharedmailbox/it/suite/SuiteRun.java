/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.sharedmailbox.it.server.StockJames;

/** One run of James's IMAP suite. */
final class SuiteRun implements TestExecutionListener {
    /** JUnit makes the suite's instances, so that nobody can hand this to them. */
    private static @Nullable SuiteHost host;

    private final Map<String, SuiteResult> results = new TreeMap<>();

    private SuiteRun() {}

    /**
     * Runs all of the suite on this server.
     *
     * @return how each test went, by its name as {@code Class.method}
     */
    static Map<String, SuiteResult> on(StockJames james) {
        SuiteRun run = new SuiteRun();
        host = new SuiteHost(james);
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(
                                Stream.of(SuiteClasses.all())
                                        .map(suite -> selectClass(suite))
                                        .collect(Collectors.toList()))
                        .build();
        LauncherFactory.create().execute(request, run);
        return run.results;
    }

    /** The server on which the suite is running, with nothing left of the test before. */
    static SuiteHost host() {
        SuiteHost current = host;
        if (current == null) {
            throw new IllegalStateException("The suite's classes are run by SuiteRun only");
        }
        current.beforeTest();
        return current;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(
                        method ->
                                results.put(
                                        method.getJavaClass().getSimpleName()
                                                + "."
                                                + method.getMethodName(),
                                        new SuiteResult(result)));
    }
}
