/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what a configuration keeps outside James's own folder: two copies would write to it, and so
 * may a James that people use. It is refused unless the copies are told apart.
 */
final class OutsideStores {
    private static final String VARIABLE = "${env:" + JamesHome.VARIABLE + "}";

    /** Each of these names a server. */
    private static final Set<String> FILES =
            Set.of(
                    "cassandra.properties",
                    "elasticsearch.properties",
                    "opensearch.properties",
                    "postgres.properties",
                    "pulsar.properties",
                    "rabbitmq.properties",
                    "redis.properties");

    private static final Pattern COMMENTS =
            Pattern.compile("<!--.*?-->|^\\s*#[^\\n]*$", Pattern.DOTALL | Pattern.MULTILINE);

    /** Not the embedded databases that lie in the folder, or beside it as James's default does. */
    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "jdbc:(?!(derby|h2|hsqldb):(?!tcp:|ssl:|hsql)(file:|mem:)?[\\w.])"
                            + "|\\.\\./\\.\\./|file:///|[=>]\\s*/\\w"
                            + "|objectstorage\\.|(ldaps?|amqps?|rediss?|mongodb)://");

    private OutsideStores() {}

    /**
     * @throws IllegalArgumentException if the file names one that all copies would share
     */
    static void refuseIn(String name, String content) {
        String said = COMMENTS.matcher(content).replaceAll("");
        boolean outside = FILES.contains(name) || OUTSIDE.matcher(said).find();
        if (outside && !said.contains(VARIABLE)) {
            throw new IllegalArgumentException(
                    "conf/"
                            + name
                            + " names something outside James's folder, and nothing that others"
                            + " may use is measured: give each copy a store of its own, which is"
                            + " empty, by writing "
                            + VARIABLE
                            + " into its name (it becomes stock or plugin), or take the file away");
        }
    }
}
