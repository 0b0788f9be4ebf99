/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.login;

import javax.inject.Inject;
import org.apache.james.imap.message.request.LoginRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.SignInCheck;

/** LOGIN (RFC 3501 §6.2.3), as James handles it. */
public final class LoginProcessor extends SignInProcessor<LoginRequest>
        implements CapabilityImplementingProcessor {
    @Inject
    LoginProcessor(
            org.apache.james.imap.processor.LoginProcessor defaultProcessor,
            CommandExecutor executor,
            SignInCheck check) {
        super(LoginRequest.class, defaultProcessor, executor, check);
    }
}
