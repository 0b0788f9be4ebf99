/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.change;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows of a line only what concerns the plugin: a line may hold a whole file, and passwords have
 * many names.
 */
final class ChangedLine {
    private static final String HIDDEN = "…";

    private static final Pattern OUR_SETTING =
            Pattern.compile(
                    "\\s*(guice\\.extension\\.\\w+|extensions\\.routes|additional\\.healthchecks)"
                            + "\\b.*|.*org\\.sharedmailbox\\..*|\\s*#?\\s*");

    private static final Pattern TOKEN = Pattern.compile("<!--.*?-->|<[^>]*>?|[^<]+");
    private static final Pattern OUR_NOTE =
            Pattern.compile("<!-- (added for|before) shared mailboxes\\b.*-->");
    private static final Pattern OUR_ELEMENT =
            Pattern.compile(
                    "<(imapPackages|verifyIdentity|plainAuthEnabled|announce|authRequired)(\\s[^>]*[^/])?>");
    private static final Pattern OUR_LOGGER =
            Pattern.compile("<logger name=\"org\\.sharedmailbox(\\.audit)?\" level=\"\\w+\"/>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w:.-]+)(\\s*=\\s*)(\"[^\"]*\"|'[^']*')");
    private static final String OUR_ATTRIBUTE =
            "class|match|state|enabled|enableJmx|coreHandlersPackage|version|encoding";

    private ChangedLine() {}

    static String ofProperties(String line) {
        return OUR_SETTING.matcher(line).matches() ? line : HIDDEN;
    }

    static String ofXml(String line) {
        StringBuilder shown = new StringBuilder();
        boolean isOurs = false;
        Matcher token = TOKEN.matcher(line);
        while (token.find()) {
            String part = token.group();
            boolean isTag = part.startsWith("<");
            shown.append(isTag ? tag(part) : isOurs || part.isBlank() ? part : HIDDEN);
            isOurs = OUR_ELEMENT.matcher(part).matches();
        }
        return shown.toString();
    }

    private static String tag(String tag) {
        if (tag.startsWith("<!")) {
            return OUR_NOTE.matcher(tag).matches() ? tag : "<!" + HIDDEN + ">";
        }
        if (OUR_LOGGER.matcher(tag).matches()) {
            return tag;
        }
        if (!tag.endsWith(">")) {
            return "<" + HIDDEN;
        }
        return ATTRIBUTE
                .matcher(tag)
                .replaceAll(
                        attribute ->
                                Matcher.quoteReplacement(
                                        attribute.group(1).matches(OUR_ATTRIBUTE)
                                                ? attribute.group()
                                                : attribute.group(1)
                                                        + attribute.group(2)
                                                        + "\""
                                                        + HIDDEN
                                                        + "\""));
    }
}
