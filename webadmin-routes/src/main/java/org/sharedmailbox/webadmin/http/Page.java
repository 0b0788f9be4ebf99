/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;

/** The part of a list that a request asks for, and the JSON of such a part. */
public final class Page {
    public static final String OFFSET = "offset";
    public static final String LIMIT = "limit";

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    private final int offset;
    private final int limit;

    private Page(int offset, int limit) {
        this.offset = offset;
        this.limit = limit;
    }

    /**
     * Reads {@link #OFFSET} and {@link #LIMIT}.
     *
     * @throws org.sharedmailbox.failure.RequestRefusedException ({@code INVALID}) if one of them is
     *     out of range
     */
    public static Page of(QueryParameters parameters) {
        return new Page(parameters.number(OFFSET, 0, Integer.MAX_VALUE, 0), limit(parameters));
    }

    /**
     * Returns the number of items on a page.
     *
     * @throws org.sharedmailbox.failure.RequestRefusedException ({@code INVALID}) if it is out of
     *     range
     */
    public static int limit(QueryParameters parameters) {
        return parameters.number(LIMIT, 1, MAX_LIMIT, DEFAULT_LIMIT);
    }

    /** Returns the page as the stores take it. */
    public Slice slice() {
        return Slice.of(offset, limit);
    }

    /** Returns {@code {"items":[…],"total":n}} for a page that a store has cut out. */
    public static <T> ObjectNode of(Listing<T> listing, Function<T, ObjectNode> response) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        listing.items().stream().map(response).forEach(items::add);
        return json.put("total", listing.total());
    }

    /** Returns {@code {"items":[…],"total":n}} for this page of all the items, in their order. */
    public <T> ObjectNode from(List<T> all, Function<T, ObjectNode> response) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        all.stream().skip(offset).limit(limit).map(response).forEach(items::add);
        return json.put("total", all.size());
    }
}
