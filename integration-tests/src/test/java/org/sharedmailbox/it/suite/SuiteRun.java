/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.sharedmailbox.it.server.StockJames;

/**
 * James's IMAP suite, run on a server.
 *
 * <p>A test that fails is run again, because James itself does not always answer alike: now and
 * then it hangs up before it has said BYE, or leaves a message out of a FETCH. A test has failed if
 * it did so {@value #RUNS} times.
 */
final class SuiteRun implements TestExecutionListener {
    private static final int RUNS = 3;

    /** JUnit makes the suite's instances, so that nobody can hand this to them. */
    private static @Nullable SuiteHost host;

    private final Map<String, SuiteResult> results = new TreeMap<>();
    private final Set<String> failed = new LinkedHashSet<>();

    private SuiteRun() {}

    /**
     * Runs all of the suite on this server.
     *
     * @return how each test went, by its name as {@code Class.method}
     */
    static Map<String, SuiteResult> on(StockJames james) {
        host = new SuiteHost(james);
        SuiteRun all = new SuiteRun();
        all.execute(
                Stream.of(SuiteClasses.all())
                        .map(suite -> selectClass(suite))
                        .collect(Collectors.toList()));
        Set<String> failed = all.failed;
        for (int run = 1; run < RUNS && !failed.isEmpty(); run++) {
            SuiteRun again = new SuiteRun();
            again.execute(
                    failed.stream().map(test -> selectUniqueId(test)).collect(Collectors.toList()));
            all.results.putAll(again.results);
            failed = again.failed;
        }
        return all.results;
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

    private void execute(List<? extends DiscoverySelector> tests) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(tests).build();
        LauncherFactory.create().execute(request, this);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(method -> finished(test, method, new SuiteResult(result)));
    }

    private void finished(TestIdentifier test, MethodSource method, SuiteResult result) {
        results.put(method.getJavaClass().getSimpleName() + "." + method.getMethodName(), result);
        if (!result.isPassed()) {
            failed.add(test.getUniqueId());
        }
    }
}
