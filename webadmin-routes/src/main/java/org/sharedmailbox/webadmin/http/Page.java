/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.sharedmailbox.paging.Listing;
import org.sharedmailbox.paging.Slice;

/** The part of a list that was asked for. */
public final class Page {
    public static final String OFFSET = "offset";
    public static final String LIMIT = "limit";

    private static final int LIMIT_UNLESS_GIVEN = 100;
    private static final int LARGEST_LIMIT = 1000;

    private final int offset;
    private final int limit;

    private Page(int offset, int limit) {
        this.offset = offset;
        this.limit = limit;
    }

    /**
     * @throws org.sharedmailbox.failure.RequestRefusedException ({@code INVALID}) if one of {@link
     *     #OFFSET} and {@link #LIMIT} is out of its range
     */
    public static Page of(QueryParameters parameters) {
        return new Page(
                parameters.number(OFFSET, 0, Integer.MAX_VALUE, 0),
                parameters.number(LIMIT, 1, LARGEST_LIMIT, LIMIT_UNLESS_GIVEN));
    }

    public Slice slice() {
        return Slice.of(offset, limit);
    }

    /** {@code {"items":[…],"total":n}} with these items. */
    public static <T> ObjectNode of(Listing<T> listing, Function<T, ObjectNode> answer) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        listing.items().stream().map(answer).forEach(items::add);
        return json.put("total", listing.total());
    }

    /** {@code {"items":[…],"total":n}} with this page of all the items, in their order. */
    public <T> ObjectNode from(List<T> all, Function<T, ObjectNode> answer) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        all.stream().skip(offset).limit(limit).map(answer).forEach(items::add);
        return json.put("total", all.size());
    }
}
