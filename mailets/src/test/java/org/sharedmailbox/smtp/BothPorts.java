/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sharedmailbox.MailServer;
import org.sharedmailbox.StoresOfClass;

/**
 * One server for all tests of a class, with a port that verifies every sender and one that does
 * not.
 */
final class BothPorts implements BeforeAllCallback, AfterAllCallback {
    private final StoresOfClass stores = new StoresOfClass();
    private @Nullable Path directory;
    private @Nullable SubmissionPort verifying;
    private @Nullable SubmissionPort unverified;

    SubmissionPort verifying() {
        return Objects.requireNonNull(verifying);
    }

    SubmissionPort unverified() {
        return Objects.requireNonNull(unverified);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        stores.beforeAll(context);
        directory = Files.createTempDirectory("submission");
        MailServer server = SubmissionFixture.serverIn(directory, stores.stores());
        verifying = new SubmissionPort(server, true);
        unverified = new SubmissionPort(server, false);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        verifying().close();
        unverified().close();
        stores.afterAll(context);
        MoreFiles.deleteRecursively(
                Objects.requireNonNull(directory), RecursiveDeleteOption.ALLOW_INSECURE);
    }
}
