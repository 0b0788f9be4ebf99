/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.task;

import com.google.common.collect.ImmutableSet;
import java.time.Clock;
import java.util.Set;
import javax.inject.Inject;
import org.apache.james.json.DTOModule;
import org.apache.james.server.task.json.TaskExtensionModule;
import org.apache.james.server.task.json.dto.AdditionalInformationDTO;
import org.apache.james.server.task.json.dto.AdditionalInformationDTOModule;
import org.apache.james.server.task.json.dto.TaskDTO;
import org.apache.james.server.task.json.dto.TaskDTOModule;
import org.apache.james.task.Task;
import org.apache.james.task.TaskExecutionDetails;
import org.sharedmailbox.administration.ReconciliationService;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.guice.Wiring;

/**
 * Tells James how our tasks, and what they have done, are written as JSON; {@code
 * guice.extension.task} in {@code extensions.properties}.
 */
public class SharedMailboxTaskExtensionModule implements TaskExtensionModule {
    private final Wiring wiring;

    @Inject
    public SharedMailboxTaskExtensionModule(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Set<TaskDTOModule<? extends Task, ? extends TaskDTO>> taskDTOModules() {
        return ImmutableSet.of(
                DTOModule.forDomainObject(ReconcileTask.class)
                        .convertToDTO(ReconcileTaskDto.class)
                        .toDomainObjectConverter(this::reconcileTask)
                        .toDTOConverter(
                                (task, type) -> new ReconcileTaskDto(type, task.actor().name()))
                        .typeName(ReconcileTask.TYPE.asString())
                        .withFactory(TaskDTOModule::new));
    }

    private ReconcileTask reconcileTask(ReconcileTaskDto dto) {
        return new ReconcileTask(
                find(ReconciliationService.class),
                find(Clock.class),
                Actor.administrator(dto.getAdministrator()));
    }

    private <T> T find(Class<T> type) {
        return wiring.find(type)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The task was given to a server whose"
                                                + " conf/extensions.properties lacks"
                                                + " guice.extension.module="
                                                + "org.sharedmailbox.guice.SharedMailboxModule"));
    }

    @Override
    public Set<
                    AdditionalInformationDTOModule<
                            ? extends TaskExecutionDetails.AdditionalInformation,
                            ? extends AdditionalInformationDTO>>
            taskAdditionalInformationDTOModules() {
        return ImmutableSet.of(
                DTOModule.forDomainObject(ReconcileInformation.class)
                        .convertToDTO(ReconcileInformationDto.class)
                        .toDomainObjectConverter(ReconcileInformationDto::information)
                        .toDTOConverter(ReconcileInformationDto::of)
                        .typeName(ReconcileTask.TYPE.asString())
                        .withFactory(AdditionalInformationDTOModule::new));
    }
}
