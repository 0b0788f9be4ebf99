/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sharedmailbox.cli.install.text.Edit;
import org.sharedmailbox.cli.install.text.XmlText;

/**
 * {@code logback.xml}: what the plugin says at start-up and of changes is in the log, and not each
 * entry of the audit log as well. A level that somebody has chosen for either is left alone.
 */
final class Loggers extends XmlPart {
    private static final String PLUGIN = "org.sharedmailbox";
    private static final String AUDIT = PLUGIN + ".audit";
    private static final String PLUGIN_LINE = "<logger name=\"" + PLUGIN + "\" level=\"INFO\"/>";
    private static final String AUDIT_LINE = "<logger name=\"" + AUDIT + "\" level=\"WARN\"/>";

    Loggers() {
        super("logback.xml", "configuration");
    }

    /** Without the file Logback logs everything, by itself. */
    @Override
    public Absence absence() {
        return Absence.LEFT;
    }

    @Override
    public List<Finding> check(String text) {
        XmlText xml = parse(text);
        return List.of(
                isSaid(xml)
                        ? ok(xml, PLUGIN)
                        : missing(
                                PLUGIN_LINE,
                                "the log does not say what is active when James starts, nor what is"
                                        + " changed"),
                isAuditApart(xml)
                        ? ok(xml, AUDIT)
                        : missing(
                                AUDIT_LINE,
                                "each entry of the audit log is a line in James's log, too"));
    }

    private Finding ok(XmlText xml, String name) {
        LogLevels levels = new LogLevels(xml.root());
        Finding finding =
                finding(
                        Status.OK,
                        levels.areKnown(name)
                                ? String.format("%s is logged at %s", name, levels.of(name))
                                : name + " is logged as variables, conditions or other files say");
        return levels.logger(name).map(logger -> finding.at(xml.lineOf(logger))).orElse(finding);
    }

    private Finding missing(String line, String effect) {
        return finding(Status.MISSING, effect + "; add directly below <configuration>")
                .adding(line);
    }

    private Finding finding(Status status, String message) {
        return Finding.of(status, LogLevels.LOGGER, file(), message);
    }

    @Override
    Optional<Edit> nextAddition(XmlText xml) {
        if (!isSaid(xml)) {
            return Optional.of(insert(xml, PLUGIN_LINE));
        }
        return isAuditApart(xml) ? Optional.empty() : Optional.of(insert(xml, AUDIT_LINE));
    }

    private static Edit insert(XmlText xml, String line) {
        return Stream.of(LogLevels.LOGGER, LogLevels.ROOT)
                .flatMap(name -> xml.root().children(name).stream())
                .reduce((one, other) -> one.end() > other.end() ? one : other)
                .map(last -> xml.insertAfter(last, line))
                .orElseGet(() -> xml.insertFirstIn(xml.root(), line));
    }

    @Override
    Optional<Edit> nextRemoval(XmlText xml) {
        // The last one first: each leaves what is in front of it as it was.
        return xml.root().children(LogLevels.LOGGER).stream()
                .filter(
                        logger ->
                                xml.isWritten(logger, PLUGIN_LINE)
                                        || xml.isWritten(logger, AUDIT_LINE))
                .reduce((earlier, later) -> later)
                .map(logger -> xml.remove(logger, xml.root()));
    }

    private static boolean isSaid(XmlText xml) {
        LogLevels levels = new LogLevels(xml.root());
        return levels.logger(PLUGIN).isPresent()
                || levels.haveInfo(PLUGIN)
                || !levels.areKnown(PLUGIN);
    }

    private static boolean isAuditApart(XmlText xml) {
        LogLevels levels = new LogLevels(xml.root());
        return levels.logger(AUDIT).isPresent()
                || !levels.haveInfo(PLUGIN)
                || !levels.areKnown(PLUGIN);
    }
}
