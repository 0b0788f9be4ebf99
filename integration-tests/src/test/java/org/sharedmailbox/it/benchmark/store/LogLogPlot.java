/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sharedmailbox.it.benchmark.ResultFiles;

/** Draws {@link Curve}s as SVG, both axes logarithmic: what grows linearly rises by 45 degrees. */
final class LogLogPlot {
    private static final int LEFT = 70;
    private static final int TOP = 20;

    /** The length of ten times as much, on both axes. */
    private static final int DECADE = 80;

    /** The decades of delegations, as powers of ten, and of microseconds. */
    private static final int FIRST_X = 3;

    private static final int LAST_X = 6;
    private static final int FIRST_Y = 1;
    private static final int LAST_Y = 8;

    private static final List<String> COLOURS =
            List.of(
                    "#1b6ca8", "#c8553d", "#3a7d44", "#8e5ea2", "#b8860b", "#00838f", "#ad1457",
                    "#5d4037", "#546e7a");

    private final StringBuilder svg = new StringBuilder();

    private LogLogPlot() {}

    /** Writes it below {@code target/benchmark}. */
    static void write(String name, Collection<Curve> curves) {
        ResultFiles.write(name + ".svg", new LogLogPlot().draw(curves));
    }

    private String draw(Collection<Curve> curves) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                (int) y(FIRST_Y) + 50);
        for (int power = FIRST_X; power <= LAST_X; power++) {
            line(x(power), y(FIRST_Y), x(power), y(LAST_Y));
            text(x(power) - 10, y(FIRST_Y) + 18, String.format("10^%d", power));
        }
        text(x(FIRST_X), y(FIRST_Y) + 38, "delegations in the store");
        for (int power = FIRST_Y; power <= LAST_Y; power++) {
            line(x(FIRST_X), y(power), x(LAST_X), y(power));
            text(5, y(power) + 4, duration(power));
        }
        int number = 0;
        for (Curve curve : curves) {
            curve(curve, COLOURS.get(number % COLOURS.size()), TOP + 18 * ++number);
        }
        return svg.append("</svg>\n").toString();
    }

    private void curve(Curve curve, String colour, int legend) {
        String points =
                curve.points().entrySet().stream()
                        .map(
                                point ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.1f,%.1f",
                                                x(Math.log10(point.getKey())),
                                                y(Math.log10(point.getValue()))))
                        .collect(Collectors.joining(" "));
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                points, colour);
        double right = x(LAST_X) + 20;
        add(
                "<rect x=\"%.0f\" y=\"%d\" width=\"14\" height=\"4\" fill=\"%s\"/>%n",
                right, legend - 6, colour);
        text(right + 20, legend, curve.name());
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                fromX, fromY, toX, toY);
    }

    private void text(double x, double y, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", x, y, text);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static double x(double power) {
        return LEFT + (power - FIRST_X) * DECADE;
    }

    private static double y(double power) {
        return TOP + (LAST_Y - power) * DECADE;
    }

    private static String duration(int power) {
        if (power < 3) {
            return (int) Math.pow(10, power) + " µs";
        }
        return power < 6
                ? (int) Math.pow(10, power - 3) + " ms"
                : (int) Math.pow(10, power - 6) + " s";
    }
}
