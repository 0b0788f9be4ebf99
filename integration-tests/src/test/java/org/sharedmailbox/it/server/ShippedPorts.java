/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

/**
 * The numbers of the ports in a configuration as James ships it. They are what tells a port on
 * which people hand in mail, so they stay while the plugin is installed, and are others while James
 * runs.
 */
final class ShippedPorts {
    private static final String JMAP = "enabled=true\n";

    private final Installation installation;
    private final Ports ports;
    private final int submissions = FreePorts.next();
    private final int jmx = FreePorts.next();

    ShippedPorts(Installation installation, Ports ports) {
        this.installation = installation;
        this.ports = ports;
    }

    /** Writes the free ones. */
    void free() {
        each((file, shipped, free) -> installation.file(file).replace(shipped, free));
    }

    /** Writes those again that were there. */
    void shipped() {
        each((file, shipped, free) -> installation.file(file).replace(free, shipped));
    }

    private interface Edit {
        void of(String file, String shipped, String free);
    }

    private void each(Edit edit) {
        bind(edit, "imapserver.xml", 143, ports.imap());
        bind(edit, "imapserver.xml", 993, ports.imaps());
        bind(edit, "smtpserver.xml", 25, ports.smtp());
        bind(edit, "smtpserver.xml", 465, submissions);
        bind(edit, "smtpserver.xml", 587, ports.submission());
        edit.of("webadmin.properties", "port=8000\n", "port=" + ports.webAdmin() + "\n");
        edit.of("jmx.properties", "jmx.port=9999\n", "jmx.port=" + jmx + "\n");
        edit.of("jmap.properties", JMAP, JMAP + "jmap.port=" + ports.jmap() + "\n");
    }

    private static void bind(Edit edit, String file, int shipped, int free) {
        edit.of(file, "0.0.0.0:" + shipped + "<", "0.0.0.0:" + free + "<");
    }
}
