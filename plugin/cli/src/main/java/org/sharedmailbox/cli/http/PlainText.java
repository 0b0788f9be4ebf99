/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.http;

/** Whether what is sent there can be read on its way. */
final class PlainText {
    private static final String LOOPBACK = "(?i)localhost|127(\\.\\d{1,3}){3}|\\[(0*:)*:?0*1\\]";

    private PlainText() {}

    /**
     * @throws CommandFailedException if others could read a secret
     */
    static void refuse(WebAdminUrl webAdmin) {
        if (!webAdmin.isSecure() && !webAdmin.uri().getHost().matches(LOOPBACK)) {
            throw CommandFailedException.misused(
                    "A token or a password would be sent to "
                            + webAdmin
                            + " in plain text: use https or a tunnel, or add --insecure-http");
        }
    }
}
