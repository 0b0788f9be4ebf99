/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.apache.james.DisconnectorNotifier;
import org.junit.jupiter.api.Test;

class OptionalServicesTest {
    private static final DisconnectorNotifier NOTIFIER = request -> {};

    @Test
    void whatJamesBindsIsFoundFromItsExtensionsToo() {
        Injector james =
                Guice.createInjector(
                        binder -> binder.bind(DisconnectorNotifier.class).toInstance(NOTIFIER));
        Injector extension = james.createChildInjector();

        assertThat(new OptionalServices(extension).find(DisconnectorNotifier.class))
                .contains(NOTIFIER);
    }

    @Test
    void whatJamesDoesNotBindIsNotThere() {
        assertThat(new OptionalServices(Guice.createInjector()).find(DisconnectorNotifier.class))
                .isEmpty();
    }
}
