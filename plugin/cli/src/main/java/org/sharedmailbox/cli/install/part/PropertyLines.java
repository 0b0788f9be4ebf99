/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.install.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sharedmailbox.cli.install.text.PropertiesEntry;
import org.sharedmailbox.cli.install.text.PropertiesText;
import org.sharedmailbox.config.InstallationLine;

/** The lines of one properties file. */
final class PropertyLines implements ConfigurationPart {
    private final String file;
    private final List<InstallationLine> lines;

    PropertyLines(String file) {
        this.file = file;
        this.lines =
                InstallationLine.all().stream()
                        .filter(line -> line.file().equals(file))
                        .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public Absence absence() {
        return Absence.MADE;
    }

    @Override
    public List<Finding> check(String text) {
        PropertiesText properties = PropertiesText.parse(text);
        return lines.stream()
                .map(line -> check(line, properties))
                .collect(Collectors.toUnmodifiableList());
    }

    private Finding check(InstallationLine line, PropertiesText properties) {
        for (PropertiesEntry entry : properties.entries(line.key())) {
            if (entry.values().contains(line.value())) {
                return finding(Status.OK, line, line.line()).at(entry.line());
            }
        }
        return misspelt(line, properties)
                .orElseGet(
                        () ->
                                finding(
                                                Status.MISSING,
                                                line,
                                                line.effectOfMissing() + "; add " + line.place())
                                        .adding(line.line()));
    }

    private Optional<Finding> misspelt(InstallationLine line, PropertiesText properties) {
        for (PropertiesEntry entry : properties.entries()) {
            String written = null;
            if (entry.key().equals(line.key())) {
                written =
                        entry.values().stream()
                                .filter(value -> isMeant(value, line))
                                .findFirst()
                                .orElse(null);
            } else if (entry.values().contains(line.value())
                    && Spelling.meant(entry.key(), Set.of(line.key())).isPresent()) {
                written = entry.key();
            }
            if (written != null) {
                return Optional.of(
                        finding(
                                        Status.MISSPELT,
                                        line,
                                        line.effectOfMissing()
                                                + "; in place of "
                                                + written
                                                + " write")
                                .adding(line.line())
                                .at(entry.line()));
            }
        }
        return Optional.empty();
    }

    private boolean isMeant(String value, InstallationLine line) {
        Set<String> right = lines.stream().map(InstallationLine::value).collect(Collectors.toSet());
        return Spelling.meant(value, right).filter(line.value()::equals).isPresent();
    }

    private Finding finding(Status status, InstallationLine line, String message) {
        return Finding.of(status, line.key(), file, message);
    }

    @Override
    public String installed(String text) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        lines.forEach(
                line ->
                        wanted.computeIfAbsent(line.key(), key -> new ArrayList<>())
                                .add(line.value()));
        String result = text;
        for (Map.Entry<String, List<String>> line : wanted.entrySet()) {
            PropertiesText properties = PropertiesText.parse(result);
            Set<String> missing = new LinkedHashSet<>(line.getValue());
            properties
                    .entries(line.getKey())
                    .forEach(entry -> entry.values().forEach(missing::remove));
            if (!missing.isEmpty()) {
                result = properties.add(line.getKey(), List.copyOf(missing)).applyTo(result);
            }
        }
        return result;
    }

    @Override
    public String removed(String text) {
        Set<String> ours = lines.stream().map(InstallationLine::value).collect(Collectors.toSet());
        Set<String> keys = lines.stream().map(InstallationLine::key).collect(Collectors.toSet());
        String result = text;
        while (true) {
            PropertiesText properties = PropertiesText.parse(result);
            Optional<PropertiesEntry> next =
                    properties.entries().stream()
                            .filter(entry -> keys.contains(entry.key()))
                            .filter(entry -> entry.values().stream().anyMatch(ours::contains))
                            .reduce((earlier, later) -> later);
            if (next.isEmpty()) {
                return result;
            }
            result = properties.remove(next.get(), ours).applyTo(result);
        }
    }
}
