/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.login;

import javax.inject.Inject;
import org.apache.james.imap.message.request.AuthenticateRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.sharedmailbox.imap.command.CommandExecutor;
import org.sharedmailbox.imap.command.SignInCheck;

/** AUTHENTICATE (RFC 3501 §6.2.2), as James handles it. */
public final class AuthenticateProcessor extends SignInProcessor<AuthenticateRequest>
        implements CapabilityImplementingProcessor {
    @Inject
    AuthenticateProcessor(
            org.apache.james.imap.processor.AuthenticateProcessor defaultProcessor,
            CommandExecutor executor,
            SignInCheck check) {
        super(AuthenticateRequest.class, defaultProcessor, executor, check);
    }
}
