/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.ArrayList;
import java.util.List;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.cli.install.text.XmlText;

/** Looks at who signs in on one {@code <smtpserver>}, how, and as whom they send. */
final class SmtpSignInCheck {
    private static final String AUTH = "auth";
    private static final String VERIFY = "verifyIdentity";
    private static final String ANNOUNCE = "<announce>forUnauthorizedAddresses</announce>";

    private final String file;
    private final XmlText xml;
    private final SmtpServer server;

    SmtpSignInCheck(String file, XmlText xml, SmtpServer server) {
        this.file = file;
        this.xml = xml;
        this.server = server;
    }

    List<Finding> findings() {
        return server.isAuthNeverAnnounced() ? unannounced() : List.of(verifying(), passwords());
    }

    private List<Finding> unannounced() {
        if (server.isSubmission()) {
            return List.of(
                    dangerous(
                                    "announce",
                                    "mail programs hand in mail on "
                                            + server.ports()
                                            + ", and signing in is not announced there; write in"
                                            + " <auth>",
                                    AUTH)
                            .adding(ANNOUNCE));
        }
        if (server.isRefusedByJames()) {
            return List.of(
                    dangerous(
                                    VERIFY,
                                    "James does not start with verifyIdentity on "
                                            + server.ports()
                                            + ", where signing in is not announced; write",
                                    VERIFY)
                            .adding("<verifyIdentity>false</verifyIdentity>"));
        }
        return server.isVerifyingIdentity() ? List.of(verifying()) : closed();
    }

    private List<Finding> closed() {
        List<Finding> findings = new ArrayList<>();
        if (server.isTakingTokens()) {
            findings.add(
                    dangerous(
                                    "oidc",
                                    "whoever signs in on "
                                            + server.ports()
                                            + " with a token (XOAUTH2), which is not announced but"
                                            + " works, sends as anybody; take <oidc> out, or write"
                                            + " in <auth>",
                                    AUTH)
                            .adding(ANNOUNCE));
        }
        String code = "plainAuthEnabled";
        if (server.isPlainAuthEnabled()) {
            findings.add(
                    dangerous(
                                    code,
                                    "whoever signs in on "
                                            + server.ports()
                                            + ", which is not announced but works, sends as"
                                            + " anybody; write in <auth>",
                                    AUTH)
                            .adding("<plainAuthEnabled>false</plainAuthEnabled>"));
        }
        return findings.isEmpty()
                ? List.of(ok(code, "nobody signs in on " + server.ports(), AUTH))
                : findings;
    }

    private Finding verifying() {
        return server.isVerifyingIdentity()
                ? ok(
                        VERIFY,
                        server.element()
                                .textAt(VERIFY)
                                .map(mode -> "verifyIdentity is " + mode)
                                .orElse("verifyIdentity is on where nothing is written"),
                        VERIFY)
                : dangerous(
                                VERIFY,
                                "whoever signs in on "
                                        + server.ports()
                                        + " may send as any other user; write in this"
                                        + " <smtpserver>",
                                VERIFY)
                        .adding("<verifyIdentity>true</verifyIdentity>");
    }

    private Finding passwords() {
        String code = "requireSSL";
        return server.isTakingPasswordsInTheClear()
                ? dangerous(
                                code,
                                "passwords may be sent in the clear to "
                                        + server.ports()
                                        + "; write in <auth>",
                                AUTH)
                        .adding("<requireSSL>true</requireSSL>")
                : ok(code, "signing in is announced over TLS only", AUTH);
    }

    private Finding ok(String code, String message, String child) {
        return finding(Status.OK, code, message, child);
    }

    private Finding dangerous(String code, String message, String child) {
        return finding(Status.DANGEROUS, code, message, child);
    }

    private Finding finding(Status status, String code, String message, String child) {
        XmlElement place = server.element().child(child).orElse(server.element());
        return Finding.of(status, code, file, message).at(xml.lineOf(place));
    }
}
