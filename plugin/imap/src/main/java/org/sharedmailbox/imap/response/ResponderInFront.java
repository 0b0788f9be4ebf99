/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.response;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.imap.proxy.Proxies;

/**
 * A responder in front of the client's, which responses pass. A proxy, because James's interface
 * grows: a flush that a newer one asks for has to reach the client's, or all that a FETCH returns
 * is kept in memory.
 */
public abstract class ResponderInFront implements InvocationHandler {
    private final Responder client;

    /** Makes a responder in front of the client's. */
    protected ResponderInFront(Responder client) {
        this.client = client;
    }

    /** Does with a response what is to be done with it. */
    protected abstract void respond(ImapResponseMessage message);

    /** Decides whether the response is the tagged one, which ends a command. */
    static boolean endsCommand(ImapResponseMessage message) {
        return message instanceof TaggedNo
                || (message instanceof StatusResponse
                        && ((StatusResponse) message).getTag() != null);
    }

    /** Passes a response on. */
    protected final void pass(ImapResponseMessage message) {
        client.respond(message);
    }

    /** Sends what has been passed on. */
    protected final void flush() {
        client.flush();
    }

    /** Returns it as James takes it. */
    public final Responder asResponder() {
        return Proxies.of(Responder.class, this);
    }

    @Override
    public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("respond")
                && arguments != null
                && arguments.length == 1
                && arguments[0] instanceof ImapResponseMessage) {
            respond((ImapResponseMessage) arguments[0]);
            return null;
        }
        return Proxies.forward(client, method, arguments);
    }
}
