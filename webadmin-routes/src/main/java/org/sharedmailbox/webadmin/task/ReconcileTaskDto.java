/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.james.server.task.json.dto.TaskDTO;

/** A {@link ReconcileTask} as JSON. */
public final class ReconcileTaskDto implements TaskDTO {
    private final String type;
    private final String administrator;

    public ReconcileTaskDto(
            @JsonProperty("type") String type,
            @JsonProperty("administrator") String administrator) {
        this.type = type;
        this.administrator = administrator;
    }

    @Override
    public String getType() {
        return type;
    }

    /** Returns the login of whoever asked for it. */
    public String getAdministrator() {
        return administrator;
    }
}
