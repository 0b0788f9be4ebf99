/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.james.FakeSearchMailboxModule;
import org.apache.james.GuiceJamesServer;
import org.apache.james.MemoryJamesConfiguration;
import org.apache.james.MemoryJamesServerMain;
import org.apache.james.utils.WebAdminGuiceProbe;
import org.sharedmailbox.webadmin.task.SharedMailboxTaskExtensionModule;

/**
 * James's memory flavour in this process, with WebAdmin as its only server. Unlike core's {@code
 * JamesInMemory} it puts James's own filters, request log and loading of routes by name in front of
 * our routes.
 */
final class JamesWithWebAdmin implements AutoCloseable {
    private static final Map<String, String> CONFIGURATION =
            Map.of(
                    "webadmin.properties",
                    "enabled=true\nhost=127.0.0.1\nport=0\nextensions.routes="
                            + SharedMailboxRoutes.class.getName()
                            + ","
                            + DelegationRoutes.class.getName()
                            + ","
                            + DelegationPolicyRoutes.class.getName()
                            + ","
                            + DelegationAuditRoutes.class.getName()
                            + "\n",
                    "domainlist.xml",
                    "<domainlist><autodetect>false</autodetect><autodetectIP>false</autodetectIP>"
                            + "<defaultDomain>localhost</defaultDomain></domainlist>",
                    "usersrepository.xml",
                    "<usersrepository><enableVirtualHosting>true</enableVirtualHosting>"
                            + "</usersrepository>");

    private final GuiceJamesServer server;

    private JamesWithWebAdmin(GuiceJamesServer server) {
        this.server = server;
    }

    /** Starts it with the plugin installed as far as WebAdmin needs it. */
    static JamesWithWebAdmin start(Path workingDirectory) throws Exception {
        return start(
                workingDirectory,
                Map.of(
                        "extensions.properties",
                        "guice.extension.module=org.sharedmailbox.guice.SharedMailboxModule\n"
                                + "guice.extension.task="
                                + SharedMailboxTaskExtensionModule.class.getName()));
    }

    /**
     * Starts it with nothing of the plugin but its routes.
     *
     * @param configuration further files below conf, by name
     */
    static JamesWithWebAdmin start(Path workingDirectory, Map<String, String> configuration)
            throws Exception {
        return start(workingDirectory, configuration, "");
    }

    /**
     * Starts it with these lines too in {@code webadmin.properties}.
     *
     * @param configuration further files below conf, by name
     */
    static JamesWithWebAdmin start(
            Path workingDirectory, Map<String, String> configuration, String webAdminLines)
            throws Exception {
        // James ends the whole process otherwise.
        System.setProperty("james.exit.on.startup.error", "false");
        Path conf = Files.createDirectories(workingDirectory.resolve("conf"));
        CONFIGURATION.forEach((file, content) -> write(conf.resolve(file), content));
        Files.writeString(
                conf.resolve("webadmin.properties"), webAdminLines, StandardOpenOption.APPEND);
        configuration.forEach((file, content) -> write(conf.resolve(file), content));
        MemoryJamesConfiguration memory =
                MemoryJamesConfiguration.builder()
                        .workingDirectory(workingDirectory.toFile())
                        .build();
        GuiceJamesServer server =
                MemoryJamesServerMain.createServer(memory)
                        .combineWith(new FakeSearchMailboxModule());
        forgetManagementBeans();
        server.start();
        return new JamesWithWebAdmin(server);
    }

    /** Lets a second James in this process register its mailets, which have fixed names. */
    private static void forgetManagementBeans() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : beans.queryNames(new ObjectName("org.apache.james:*"), null)) {
            beans.unregisterMBean(name);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WebAdmin webAdmin() {
        return new WebAdmin(server.getProbe(WebAdminGuiceProbe.class).getWebAdminPort().getValue());
    }

    @Override
    public void close() {
        server.stop();
    }
}
