/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import static org.sharedmailbox.config.InstallationLine.Names.HANDLERS_PACKAGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sharedmailbox.cli.install.text.XmlElement;
import org.sharedmailbox.cli.install.text.XmlText;
import org.sharedmailbox.config.InstallationLine;

/** Looks at one {@code <smtpserver>}: its handlers, and whether anybody gets past them. */
final class SmtpServerCheck {
    private static final String LOGIN = "LoginRequired";

    private final String file;
    private final XmlText xml;
    private final SmtpServer server;

    SmtpServerCheck(String file, XmlText xml, SmtpServer server) {
        this.file = file;
        this.xml = xml;
        this.server = server;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(handlers());
        if (server.isWithoutLogin()) {
            findings.add(withoutLogin());
            return findings;
        }
        findings.addAll(new SmtpSignInCheck(file, xml, server).findings());
        if (server.misspeltHandler().isPresent()
                || (!server.isAuthNeverAnnounced() && !server.isForOtherServers())) {
            findings.add(login());
        }
        server.silence().map(this::silence).ifPresent(findings::add);
        return findings;
    }

    private Finding handlers() {
        InstallationLine line = InstallationLine.naming(HANDLERS_PACKAGE);
        String code = "coreHandlersPackage";
        String core = server.corePackage().orElse("");
        if (server.isWithoutLogin()) {
            return finding(Status.OK, code, core, chain());
        }
        if (core.equals(HANDLERS_PACKAGE)) {
            return finding(Status.OK, code, line.line(), chain());
        }
        boolean misspelt = Spelling.meant(core, Set.of(HANDLERS_PACKAGE)).isPresent();
        return finding(
                        misspelt ? Status.MISSPELT : Status.MISSING,
                        code,
                        misspelt
                                ? "James does not start; in place of " + core + " write"
                                : line.effectOfMissing()
                                        + " on "
                                        + server.ports()
                                        + "; add "
                                        + line.place(),
                        chain())
                .adding(line.line());
    }

    private Finding withoutLogin() {
        return server.isSubmission()
                ? finding(
                        Status.DANGEROUS,
                        LOGIN,
                        "whoever connects to "
                                + server.ports()
                                + " writes to your mailboxes without a login, and nobody can log in"
                                + " here; take the coreHandlersPackage out, and run install",
                        chain())
                : finding(Status.OK, LOGIN, "nobody signs in on " + server.ports(), chain());
    }

    private Finding login() {
        String line = "<handler class=\"" + SmtpServer.LOGIN_REQUIRED + "\"/>";
        Optional<XmlElement> misspelt = server.misspeltHandler();
        if (misspelt.isPresent()) {
            return finding(
                            Status.MISSPELT,
                            LOGIN,
                            "James does not start; in place of "
                                    + misspelt.get().attribute("class").orElse("")
                                    + " write",
                            misspelt.get())
                    .adding(line);
        }
        if (server.isLoginRequired()) {
            return finding(Status.OK, LOGIN, line, chain());
        }
        return finding(
                        Status.DANGEROUS,
                        LOGIN,
                        "whoever connects to "
                                + server.ports()
                                + " writes to your mailboxes without a login, as anybody; "
                                + (server.isSubmission()
                                        ? ""
                                        : "unless other servers are to bring mail there, ")
                                + "add first in <handlerchain>",
                        chain())
                .adding(line);
    }

    private Finding silence(XmlElement said) {
        return finding(
                        Status.MISSING,
                        "announce",
                        "mail programs in authorizedAddresses have to log in on "
                                + server.ports()
                                + ", and are not told how; write",
                        said)
                .adding(
                        String.format(
                                "<%1$s>%2$s</%1$s>", said.name(), SmtpServer.announced(said)));
    }

    private XmlElement chain() {
        return server.element().child("handlerchain").orElse(server.element());
    }

    private Finding finding(Status status, String code, String message, XmlElement place) {
        return Finding.of(status, code, file, message).at(xml.lineOf(place));
    }
}
