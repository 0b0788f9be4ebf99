/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.docs;

import com.google.gson.JsonPrimitive;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What a schema of the API's description asks of a value without parts. Immutable. */
final class ScalarShape {
    private final Schema<?> schema;
    private final String type;

    ScalarShape(Schema<?> schema) {
        this.schema = schema;
        this.type = Optional.ofNullable(schema.getType()).orElse("");
    }

    /** Returns what a query says; text if it is not of the type. */
    JsonPrimitive read(String text) {
        if (type.equals("integer") && text.matches("-?\\d+")) {
            return new JsonPrimitive(new BigDecimal(text));
        }
        if (type.equals("boolean") && text.matches("true|false")) {
            return new JsonPrimitive(Boolean.valueOf(text));
        }
        return new JsonPrimitive(text);
    }

    boolean allows(JsonPrimitive value) {
        switch (type) {
            case "string":
                return value.isString() && allowsText(value.getAsString());
            case "integer":
                return value.isNumber() && allowsNumber(value.getAsBigDecimal());
            case "boolean":
                return value.isBoolean();
            default:
                throw new IllegalStateException("The test knows no type '" + type + "'");
        }
    }

    private boolean allowsText(String text) {
        return text.length() >= Optional.ofNullable(schema.getMinLength()).orElse(0)
                && text.length()
                        <= Optional.ofNullable(schema.getMaxLength()).orElse(Integer.MAX_VALUE)
                && text.matches(Optional.ofNullable(schema.getPattern()).orElse("(?s).*"))
                && isListed(text)
                && isOfFormat(text);
    }

    private boolean isListed(String text) {
        return schema.getEnum() == null
                || schema.getEnum().stream().map(String::valueOf).anyMatch(text::equals);
    }

    private boolean isOfFormat(String text) {
        try {
            switch (Optional.ofNullable(schema.getFormat()).orElse("")) {
                case "date-time":
                    OffsetDateTime.parse(text);
                    return true;
                case "date":
                    LocalDate.parse(text);
                    return true;
                default:
                    return true;
            }
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean allowsNumber(BigDecimal number) {
        return (schema.getMinimum() == null || number.compareTo(schema.getMinimum()) >= 0)
                && (schema.getMaximum() == null || number.compareTo(schema.getMaximum()) <= 0);
    }
}
