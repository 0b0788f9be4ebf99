/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.NOON;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Maps;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.apache.james.server.task.json.JsonTaskAdditionalInformationSerializer;
import org.apache.james.server.task.json.JsonTaskSerializer;
import org.apache.james.task.Task;
import org.apache.james.utils.ExtendedClassLoader;
import org.apache.james.utils.ExtensionConfiguration;
import org.apache.james.utils.GuiceGenericLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.PluginFixture;
import org.sharedmailbox.administration.Reconciliation.Count;
import org.sharedmailbox.administration.ReconciliationService;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.config.ConfFolder;
import org.sharedmailbox.config.InstallationCheck;
import org.sharedmailbox.guice.Wiring;
import org.sharedmailbox.james.JamesInMemory;

/** Our tasks as James's own serializers write and read them. */
class TaskJsonTest extends PluginFixture {
    private static final String TASK =
            "{\"type\":\"shared-mailboxes-reconcile\",\"administrator\":\"root\"}";
    private static final String INFORMATION =
            "{\"type\":\"shared-mailboxes-reconcile\",\"timestamp\":\"2026-03-04T12:00:00.123456Z\","
                    + "\"accountsLookedAt\":1,\"accountsGone\":2,\"delegationsEnded\":3,"
                    + "\"entriesBound\":4,\"subscriptionsMended\":5,\"passwordsFound\":6,"
                    + "\"mailboxesBlocked\":7,\"failures\":8}";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    TaskJsonTest() {
        super(new JamesInMemory().with(ALICE));
    }

    @Test
    void aTaskIsReadOnTheServerThatRunsIt() throws Exception {
        Plugin plugin = plugin();
        JsonTaskSerializer serializer = serializer(installed(plugin));

        String json =
                serializer.serialize(
                        new ReconcileTask(
                                plugin.reconciliation, plugin.clock, Actor.administrator("root")));
        Task read = serializer.deserialize(TASK);

        assertThat(JSON.readTree(json)).isEqualTo(JSON.readTree(TASK));
        assertThat(read)
                .isInstanceOfSatisfying(
                        ReconcileTask.class,
                        task -> assertThat(task.actor()).isEqualTo(Actor.administrator("root")));
        assertThat(read.run()).isEqualTo(Task.Result.COMPLETED);
    }

    @Test
    void whatItHasDoneIsReadOnTheServerThatIsAsked() throws Exception {
        JsonTaskAdditionalInformationSerializer serializer =
                JsonTaskAdditionalInformationSerializer.of(
                        new SharedMailboxTaskExtensionModule(installed(plugin()))
                                .taskAdditionalInformationDTOModules()
                                .iterator()
                                .next());
        ReconcileInformation information =
                ReconcileInformation.of(
                        Maps.toMap(Arrays.asList(Count.values()), count -> count.ordinal() + 1),
                        NOON);

        assertThat(JSON.readTree(serializer.serialize(information)))
                .isEqualTo(JSON.readTree(INFORMATION));
        assertThat(serializer.deserialize(serializer.serialize(information)))
                .isEqualTo(information);
    }

    @Test
    void aServerWithoutTheModuleSaysWhatItLacks() throws Exception {
        JsonTaskSerializer serializer = serializer(wiring(Guice.createInjector()));

        assertThatThrownBy(() -> serializer.deserialize(TASK))
                .hasMessageContaining(
                        "guice.extension.module=org.sharedmailbox.guice.SharedMailboxModule");
    }

    private static JsonTaskSerializer serializer(Wiring wiring) {
        return JsonTaskSerializer.of(
                new SharedMailboxTaskExtensionModule(wiring).taskDTOModules().iterator().next());
    }

    private Wiring installed(Plugin plugin) throws Exception {
        return wiring(
                Guice.createInjector(
                        binder -> {
                            binder.bind(ReconciliationService.class)
                                    .toInstance(plugin.reconciliation);
                            binder.bind(Clock.class).toInstance(plugin.clock);
                        }));
    }

    private Wiring wiring(Injector james) throws Exception {
        ConfFolder conf = ConfFolder.complete(folder);
        return new Wiring(
                new GuiceGenericLoader(
                        james,
                        new ExtendedClassLoader(conf.fileSystem()),
                        ExtensionConfiguration.DEFAULT),
                new InstallationCheck(conf.properties(), conf.xml()));
    }
}
