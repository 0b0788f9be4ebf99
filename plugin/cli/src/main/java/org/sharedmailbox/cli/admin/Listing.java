/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;
import org.sharedmailbox.cli.text.AsciiJson;
import org.sharedmailbox.cli.text.Table;

/** Writes a list of WebAdmin, while it comes. Not thread-safe. */
public final class Listing {
    /** Not written before an item or the end is there: what is refused has no list. */
    private static final String OPENING = "{\"items\":[";

    private final Pages pages;
    private final Predicate<JsonObject> filter;
    private int count;

    public Listing(WebAdmin webAdmin, RequestPath path) {
        this(webAdmin, path, item -> true);
    }

    /** A list of which only some items are wanted. */
    Listing(WebAdmin webAdmin, RequestPath path, Predicate<JsonObject> filter) {
        this.pages = new Pages(webAdmin, path);
        this.filter = filter;
    }

    /** Writes {@code {"items":[…],"total":n}}, an item a line. */
    public void writeJson(PrintWriter out) {
        writeItems(out);
        out.println("}");
    }

    /** Writes them without the last brace, so that other fields can follow. */
    void writeItems(PrintWriter out) {
        pages.forEach(
                page -> {
                    page.stream().filter(filter).forEach(item -> writeItem(out, item));
                    out.flush();
                });
        out.print((count == 0 ? OPENING : "") + "],\"total\":" + count);
    }

    private void writeItem(PrintWriter out, JsonObject item) {
        out.print((count == 0 ? OPENING + "\n" : ",\n") + AsciiJson.of(item));
        count++;
    }

    /** Writes rows. */
    public void writeTable(Table table, Function<JsonObject, String[]> row) {
        pages.forEach(
                page -> {
                    page.stream().filter(filter).forEach(item -> addRow(table, row.apply(item)));
                    table.write();
                });
    }

    private void addRow(Table table, String... row) {
        table.add(row);
        count++;
    }

    /** Returns how many were written. */
    public int count() {
        return count;
    }
}
