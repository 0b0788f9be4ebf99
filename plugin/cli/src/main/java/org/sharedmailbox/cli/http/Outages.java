/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Says in one sentence why WebAdmin was not reached, or has not answered to the end. */
final class Outages {
    private Outages() {}

    static CommandFailedException of(Throwable e, WebAdminUrl webAdmin) {
        return CommandFailedException.unreachable(
                String.format(sentence(e), webAdmin, webAdmin.named()), e);
    }

    private static String sentence(Throwable e) {
        if (isCausedBy(CertificateException.class, e)) {
            return "The certificate of %s is not trusted: name the file of the authority that has"
                    + " issued it with --ca-file, and use the host name that it is for";
        }
        if (isCausedBy(SSLException.class, e)) {
            return "No TLS can be agreed on with %s: is it https there, and not http?";
        }
        if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
            return "No WebAdmin answers at %s: does James run, is WebAdmin enabled, and is %s"
                    + " right?";
        }
        if (e instanceof HttpTimeoutException) {
            return "WebAdmin at %s does not answer in time (--timeout): look in the log of James,"
                    + " and whether what you asked for was done after all";
        }
        return "The connection to WebAdmin at %s has broken off: look whether what you asked for"
                + " was done, and try again";
    }

    private static boolean isCausedBy(Class<? extends Throwable> kind, Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
