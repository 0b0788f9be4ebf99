/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The where clause of a dynamic query; values are always bound, never written into it. */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Conditions and(String condition) {
        conditions.add("(" + condition + ")");
        return this;
    }

    Conditions bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Adds the condition if there is a value; the condition refers to it by that name. */
    Conditions and(String condition, String name, Optional<?> value) {
        value.ifPresent(present -> and(condition).bind(name, present));
        return this;
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement.bindMap(values);
    }
}
