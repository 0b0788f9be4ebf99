/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import org.sharedmailbox.cli.http.RequestPath;
import org.sharedmailbox.cli.http.WebAdmin;

/**
 * A list of WebAdmin of any length, of which one page at a time is held. What is added or removed
 * meanwhile may be in it or not, and may push another item over the edge of a page.
 */
final class Pages {
    private static final int PAGE = 1000;

    private final WebAdmin webAdmin;
    private final RequestPath path;

    Pages(WebAdmin webAdmin, RequestPath path) {
        this.webAdmin = webAdmin;
        this.path = path;
    }

    /** Passes all of it on, page by page, in its order. */
    void forEach(Consumer<List<JsonObject>> use) {
        for (int offset = 0; ; offset += PAGE) {
            List<JsonObject> page =
                    Fields.objects(
                            webAdmin.get(
                                    path.with("offset", Integer.toString(offset))
                                            .with("limit", Integer.toString(PAGE))),
                            "items");
            use.accept(page);
            if (page.size() < PAGE) {
                return;
            }
        }
    }
}
