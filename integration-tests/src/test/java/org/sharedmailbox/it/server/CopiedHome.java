/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The working directory of a copied {@link JamesHome}. What James keeps mail, users and domains in,
 * and how, stays as it is there, and so do the mailets, with those of the plugin in front.
 * Protocols and extensions are those of the sample configuration, which has the plugin's lines, and
 * ports that are known.
 */
final class CopiedHome {
    /** Whatever listens on a port, and whatever has lines of ours. */
    private static final List<String> OF_SAMPLE =
            List.of(
                    "extensions.properties",
                    "healthcheck.properties",
                    "imapserver.xml",
                    "jmap.properties",
                    "jmx.properties",
                    "lmtpserver.xml",
                    "logback.xml",
                    "managesieveserver.xml",
                    "pop3server.xml",
                    "smtpserver.xml",
                    "webadmin.properties");

    private static final String SERVER = "<imapserver enabled=\"true\">";
    private static final String PACKAGES =
            "<imapPackages>org.sharedmailbox.imap.SharedMailboxImapPackage</imapPackages>";

    private static final Pattern ROOT_PROCESSOR =
            Pattern.compile("<processor\\s[^>]*state=\"root\"[^>]*>");

    private static final String MAILETS =
            "\n<mailet match=\"All\" class=\"org.sharedmailbox.mailet.DelegatedSender\"/>"
                    + "\n<mailet match=\"All\" class=\"org.sharedmailbox.mailet.SharedSentCopy\"/>";

    private CopiedHome() {}

    /**
     * Lays it out in this directory.
     *
     * @throws IllegalArgumentException if what it is configured to do cannot be done in a copy
     */
    static Installation of(JamesHome home, Path directory) throws IOException {
        home.copyTo(directory);
        Path conf = directory.resolve("conf");
        for (String name : OF_SAMPLE) {
            Files.copy(
                    Installation.fromBuild("stockJames.configuration").resolve(name),
                    conf.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Installation copy = Installation.laidOut(directory);
        try (Stream<Path> files = Files.list(conf)) {
            for (Path file : files.sorted().collect(Collectors.toList())) {
                refuseStoresOutside(file);
            }
        }
        addMailets(copy.file("mailetcontainer.xml"));
        if (home.isOfJakarta()) {
            copy.file("imapserver.xml")
                    .replace(PACKAGES, "")
                    .replace(SERVER, SERVER + "\n        " + PACKAGES);
        }
        return copy;
    }

    private static void addMailets(ConfigurationFile file) {
        String content = file.content();
        if (content.contains("org.sharedmailbox.mailet.")) {
            return;
        }
        if (ROOT_PROCESSOR.matcher(content).results().count() != 1) {
            throw new IllegalArgumentException(
                    "conf/mailetcontainer.xml has not exactly one <processor state=\"root\">, so"
                            + " the plugin's mailets cannot be added: add them as the"
                            + " documentation says");
        }
        file.write(
                ROOT_PROCESSOR
                        .matcher(content)
                        .replaceFirst(root -> Matcher.quoteReplacement(root.group() + MAILETS)));
    }

    private static void refuseStoresOutside(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean text = name.endsWith(".properties") || name.endsWith(".xml");
        if (text && !OF_SAMPLE.contains(name)) {
            OutsideStores.refuseIn(name, new ConfigurationFile(file).content());
        }
    }
}
