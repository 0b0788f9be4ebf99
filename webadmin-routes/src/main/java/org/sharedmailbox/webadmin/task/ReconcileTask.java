/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.task;

import java.time.Clock;
import java.util.Optional;
import org.apache.james.task.Task;
import org.apache.james.task.TaskExecutionDetails;
import org.apache.james.task.TaskType;
import org.sharedmailbox.administration.Reconciliation;
import org.sharedmailbox.administration.ReconciliationService;
import org.sharedmailbox.audit.Actor;

/**
 * Brings the plugin's store in line with what James has ({@link ReconciliationService}). Two of
 * them at a time do no harm; one that is canceled stops after the piece of work that it is at.
 */
public final class ReconcileTask implements Task {
    static final TaskType TYPE = TaskType.of("shared-mailboxes-reconcile");

    private final ReconciliationService service;
    private final Clock clock;
    private final Actor actor;
    private final Reconciliation progress = new Reconciliation();

    /**
     * @param actor the administrator, for the audit log
     */
    public ReconcileTask(ReconciliationService service, Clock clock, Actor actor) {
        this.service = service;
        this.clock = clock;
        this.actor = actor;
    }

    @Override
    public Result run() {
        return service.run(progress, actor) ? Result.COMPLETED : Result.PARTIAL;
    }

    @Override
    public TaskType type() {
        return TYPE;
    }

    @Override
    public Optional<TaskExecutionDetails.AdditionalInformation> details() {
        return Optional.of(ReconcileInformation.of(progress, clock.instant()));
    }

    Actor actor() {
        return actor;
    }
}
