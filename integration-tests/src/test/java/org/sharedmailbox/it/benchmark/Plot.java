/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Ratios as SVG: a line for each, with a dot at the ratio, whiskers to its quartiles and a tick at
 * its goal, on a logarithmic scale. Readable on a light and on a dark ground.
 */
final class Plot {
    private static final int LABELS = 370;
    private static final int WIDTH = 900;
    private static final int RIGHT = 60;
    private static final int TOP = 64;
    private static final int LINE = 22;
    private static final double LOWEST = 0.25;
    private static final double LEAST_HIGHEST = 4;

    /** What is beyond is drawn at the edge. */
    private static final double MAX_HIGHEST = 100;

    private static final double[] TICKS = {0.25, 0.5, 1, 2, 4, 10, 30, 100};

    private static final String STYLE =
            "text{font:13px sans-serif;fill:#24292f}.n{text-anchor:end}.t{text-anchor:middle}"
                    + ".s{font-size:11px;fill:#57606a}.a{stroke:#d0d7de}.o{stroke:#8c959f}"
                    + ".g{stroke:#9a6700;stroke-width:3}.met{stroke:#1a7f37;fill:#1a7f37}"
                    + ".missed{stroke:#cf222e;fill:#cf222e}"
                    + "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.s{fill:#9198a1}"
                    + ".ground{fill:#0d1117}.a{stroke:#30363d}.o{stroke:#6e7681}.g{stroke:#d29922}"
                    + ".met{stroke:#3fb950;fill:#3fb950}.missed{stroke:#f85149;fill:#f85149}}";

    private final String caption;
    private final List<PlottedRatio> ratios;
    private final double highest;

    Plot(String caption, List<PlottedRatio> ratios) {
        this.caption = caption;
        this.ratios = ratios;
        this.highest =
                ratios.stream()
                        .flatMapToDouble(
                                one -> DoubleStream.of(one.ratio().upperQuartile(), one.goal()))
                        .map(edge -> Math.min(edge, MAX_HIGHEST))
                        .reduce(LEAST_HIGHEST, Math::max);
    }

    String svg() {
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < ratios.size(); n++) {
            lines.append(line(ratios.get(n), TOP + LINE * n + LINE));
        }
        int height = TOP + LINE * (ratios.size() + 2);
        return format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
                                + " viewBox=\"0 0 %1$d %2$d\" role=\"img\">%n"
                                + "<title>What the plugin costs</title>%n<style>%3$s</style>%n"
                                + "<rect class=\"ground\" width=\"%1$d\" height=\"%2$d\""
                                + " fill=\"#ffffff\"/>%n",
                        WIDTH, height, STYLE)
                + format("<text x=\"12\" y=\"20\" class=\"s\">%s</text>%n", escaped(caption))
                + format(
                        "<text x=\"12\" y=\"38\" class=\"s\">Ratio: dot, with quartiles; green"
                                + " meets its goal (the tick), red does not.</text>%n")
                + axis(height)
                + lines
                + "</svg>\n";
    }

    private String axis(int height) {
        return DoubleStream.of(TICKS)
                .filter(tick -> tick <= highest)
                .mapToObj(
                        tick ->
                                format(
                                        "<line class=\"%1$s\" x1=\"%2$.1f\" x2=\"%2$.1f\""
                                                + " y1=\"%3$d\" y2=\"%4$d\"/>%n"
                                                + "<text class=\"s t\" x=\"%2$.1f\" y=\"%5$d\">"
                                                + "%6$s</text>%n",
                                        tick == 1 ? "o" : "a",
                                        x(tick),
                                        TOP,
                                        height - LINE,
                                        height - LINE / 3,
                                        tick < 1 ? String.valueOf(tick) : format("%.0f", tick)))
                .collect(Collectors.joining());
    }

    private String line(PlottedRatio one, int y) {
        Ratio ratio = one.ratio();
        return format(
                        "<text class=\"n\" x=\"%d\" y=\"%d\">%s</text>%n"
                                + "<line class=\"g\" x1=\"%4$.1f\" x2=\"%4$.1f\" y1=\"%5$d\" y2=\"%6$d\"/>%n",
                        LABELS - 14, y + 4, escaped(one.name()), x(one.goal()), y - 8, y + 8)
                + format(
                        "<g class=\"%s\"><line x1=\"%.1f\" x2=\"%.1f\" y1=\"%4$d\" y2=\"%4$d\""
                                + " stroke-width=\"2\"/><circle cx=\"%5$.1f\" cy=\"%4$d\" r=\"4\"/>"
                                + "</g>%n",
                        one.isMet() ? "met" : "missed",
                        x(ratio.lowerQuartile()),
                        x(ratio.upperQuartile()),
                        y,
                        x(ratio.value()))
                + format(
                        "<text class=\"s\" x=\"%.1f\" y=\"%d\">%.2f</text>%n",
                        x(Math.max(ratio.upperQuartile(), one.goal())) + 8, y + 4, ratio.value());
    }

    private double x(double ratio) {
        double shown = Math.min(highest, Math.max(LOWEST, ratio));
        return LABELS
                + (WIDTH - LABELS - RIGHT) * Math.log(shown / LOWEST) / Math.log(highest / LOWEST);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
