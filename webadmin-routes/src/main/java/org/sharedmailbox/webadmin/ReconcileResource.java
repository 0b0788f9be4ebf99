/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.time.Clock;
import javax.inject.Inject;
import org.apache.james.task.TaskId;
import org.apache.james.task.TaskManager;
import org.eclipse.jetty.http.HttpStatus;
import org.sharedmailbox.administration.ReconciliationService;
import org.sharedmailbox.config.InstallationCheck;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.http.Json;
import org.sharedmailbox.webadmin.http.QueryParameters;
import org.sharedmailbox.webadmin.http.RequestActor;
import org.sharedmailbox.webadmin.http.RequestBody;
import org.sharedmailbox.webadmin.task.ReconcileTask;
import spark.Request;
import spark.Response;

/** Answers {@code POST /delegations?task=}. Thread-safe. */
final class ReconcileResource {
    /** The parameter by which a request is one for a task. */
    static final String TASK = "task";

    private final ReconciliationService service;
    private final TaskManager tasks;
    private final InstallationCheck installation;
    private final Clock clock;

    @Inject
    ReconcileResource(
            ReconciliationService service,
            TaskManager tasks,
            InstallationCheck installation,
            Clock clock) {
        this.service = service;
        this.tasks = tasks;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * {@code POST /delegations?task=reconcile}: has James run the task (201), whose {@code GET
     * /tasks/{taskId}} says how far it is.
     */
    String reconcile(Request request, Response response) {
        QueryParameters.of(request, TASK).oneOf(TASK, "reconcile");
        RequestBody.fieldsOf(request);
        installation
                .messageAboutTasks()
                .ifPresent(
                        message -> {
                            throw RequestRefusedException.conflict(message);
                        });
        TaskId task = tasks.submit(new ReconcileTask(service, clock, RequestActor.of(request)));
        response.status(HttpStatus.CREATED_201);
        response.header("Location", "/tasks/" + task.asString());
        return Json.write(Json.object().put("taskId", task.asString()));
    }
}
