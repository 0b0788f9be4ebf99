/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The OpenAPI description of our routes: the file that the documentation has. */
final class OpenApiDescription {
    private OpenApiDescription() {}

    /** Returns the description as YAML. */
    static String text() {
        try {
            return Resources.toString(
                    Resources.getResource(OpenApiDescription.class, "openapi.yaml"),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
