/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.james.imap.message.request.AuthenticateRequest;
import org.apache.james.imap.message.request.IRAuthenticateRequest;
import org.apache.james.imap.message.request.LoginRequest;
import org.apache.james.imap.processor.base.AbstractProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sharedmailbox.imap.InMemoryImap;

class SignInProcessorsTest {
    @RegisterExtension final InMemoryImap imap = new InMemoryImap();

    @Test
    void everyFormOfTheCommandsIsTaken() {
        AbstractProcessor<?> authenticate = imap.instance(AuthenticateProcessor.class);
        AbstractProcessor<?> login = imap.instance(LoginProcessor.class);

        assertThat(authenticate.acceptableClasses())
                .isEqualTo(
                        imap.instance(org.apache.james.imap.processor.AuthenticateProcessor.class)
                                .acceptableClasses());
        assertThat(authenticate.acceptableClasses().toString())
                .contains(
                        AuthenticateRequest.class.getName(), IRAuthenticateRequest.class.getName());
        assertThat(login.acceptableClasses().toString()).contains(LoginRequest.class.getName());
    }
}
