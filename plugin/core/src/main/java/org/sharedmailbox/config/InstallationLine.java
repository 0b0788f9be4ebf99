/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.auto.value.AutoValue;
import java.util.List;

/**
 * A line that a part of the plugin needs in James's configuration. The command line knows the lines
 * from here, too, so nothing that James brings is used.
 */
@AutoValue
public abstract class InstallationLine {
    /** The line without which a distributed James cannot pass on our tasks, and none shows them. */
    static final InstallationLine TASKS =
            properties(
                    "extensions.properties",
                    "guice.extension.task",
                    "org.sharedmailbox.webadmin.task.SharedMailboxTaskExtensionModule",
                    "POST /delegations?task=reconcile is refused");

    /** Returns all lines that an installation needs, in the order of the installation guide. */
    public static List<InstallationLine> all() {
        return List.of(
                properties(
                        "extensions.properties",
                        "guice.extension.module",
                        "org.sharedmailbox.guice.SharedMailboxModule",
                        "the plugin does not work at all; James runs without it"),
                properties(
                        "extensions.properties",
                        "guice.extension.startable",
                        "org.sharedmailbox.guice.SharedMailboxStartable",
                        "the plugin is not checked at start-up"),
                TASKS,
                properties(
                        "webadmin.properties",
                        "extensions.routes",
                        "org.sharedmailbox.webadmin.SharedMailboxRoutes",
                        "/shared-mailboxes is missing from WebAdmin"),
                properties(
                        "webadmin.properties",
                        "extensions.routes",
                        "org.sharedmailbox.webadmin.DelegationRoutes",
                        "/delegations is missing from WebAdmin"),
                properties(
                        "webadmin.properties",
                        "extensions.routes",
                        "org.sharedmailbox.webadmin.DelegationPolicyRoutes",
                        "/delegation-policies is missing from WebAdmin"),
                properties(
                        "webadmin.properties",
                        "extensions.routes",
                        "org.sharedmailbox.webadmin.DelegationAuditRoutes",
                        "/delegation-audit is missing from WebAdmin"),
                properties(
                        "healthcheck.properties",
                        "additional.healthchecks",
                        "org.sharedmailbox.health.SharedMailboxHealthCheck",
                        "James's health check does not look at the plugin"),
                xml(
                        "imapserver.xml",
                        "directly below <imapservers>",
                        "<imapPackages>" + Names.IMAP_PACKAGE + "</imapPackages>",
                        "members do not see shared mailboxes over IMAP"),
                xml(
                        "smtpserver.xml",
                        "in place of <handlerchain>, in the block of each port",
                        "<handlerchain coreHandlersPackage=\"" + Names.HANDLERS_PACKAGE + "\">",
                        "nobody can send from a shared mailbox"),
                xml(
                        "mailetcontainer.xml",
                        "first in <processor state=\"root\">",
                        "<mailet match=\"All\" class=\"" + Names.DELEGATED_SENDER + "\"/>",
                        "sending from a shared mailbox is refused"),
                xml(
                        "mailetcontainer.xml",
                        "after DelegatedSender in <processor state=\"root\">",
                        "<mailet match=\"All\" class=\"" + Names.SHARED_SENT_COPY + "\"/>",
                        "mail sent from a shared mailbox is not filed in its Sent"));
    }

    /** The names of the classes that are looked for in XML files. */
    public static final class Names {
        public static final String IMAP_PACKAGE = "org.sharedmailbox.imap.SharedMailboxImapPackage";
        public static final String HANDLERS_PACKAGE =
                "org.sharedmailbox.smtp.SharedMailboxHandlersPackage";
        public static final String DELEGATED_SENDER = "org.sharedmailbox.mailet.DelegatedSender";

        public static final String SHARED_SENT_COPY = "org.sharedmailbox.mailet.SharedSentCopy";

        /**
         * James's handlers (3.9) for ports on which nobody can log in, so nobody sends as others.
         */
        public static final String NO_LOGIN_PACKAGE =
                "org.apache.james.smtpserver.NoAuthCmdHandlerLoader";

        private Names() {}
    }

    InstallationLine() {}

    private static InstallationLine properties(
            String file, String key, String value, String effect) {
        return new AutoValue_InstallationLine(
                file, "(several values are separated by commas)", key + "=" + value, effect);
    }

    private static InstallationLine xml(String file, String place, String line, String effect) {
        return new AutoValue_InstallationLine(file, place, line, effect);
    }

    /** Returns the name of the file below {@code conf/}. */
    public abstract String file();

    /** Returns where in the file it belongs, for people to read. */
    public abstract String place();

    /** Returns the line itself. */
    public abstract String line();

    /** Returns what does not work while the line is missing. */
    public abstract String effectOfMissing();

    /** Returns the key of a line of a properties file. */
    public String key() {
        return line().substring(0, line().indexOf('='));
    }

    /** Returns the value of a line of a properties file. */
    public String value() {
        return line().substring(line().indexOf('=') + 1);
    }

    /** Returns the line that gives that name to an element or an attribute of XML. */
    public static InstallationLine naming(String className) {
        return all().stream().filter(line -> line.names(className)).findFirst().orElseThrow();
    }

    /** Returns whether this line of an XML file names that class. */
    public boolean names(String className) {
        return line().contains('"' + className + '"') || line().contains('>' + className + '<');
    }

    String message() {
        return String.format(
                "conf/%s lacks a line, so %s. Add %s: %s",
                file(), effectOfMissing(), place(), line());
    }
}
