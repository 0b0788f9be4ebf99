/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.suite;

import org.junit.platform.engine.TestExecutionResult;

/** How a test of James's IMAP suite went. */
final class SuiteResult {
    private final TestExecutionResult result;

    SuiteResult(TestExecutionResult result) {
        this.result = result;
    }

    /** Whether the server said all that the script expects. */
    boolean isPassed() {
        return result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    }

    /** The line of the script, what was expected there, and what the server said. */
    @Override
    public String toString() {
        return result.getThrowable().map(Throwable::toString).orElse("passed");
    }
}
