/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedmailbox.failure.RequestRefusedException;

/** A body that exhausts the stack or the memory is the fault of who sent it. */
class RequestBodyTest {
    @ParameterizedTest
    @MethodSource("errors")
    void anErrorWhileABodyIsReadIsARefusal(Error error) {
        assertThatThrownBy(
                        () ->
                                RequestBody.guarded(
                                        () -> {
                                            throw error;
                                        }))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage("The body cannot be read: it is too large or too deeply nested");
    }

    static Stream<Error> errors() {
        return Stream.of(new StackOverflowError(), new OutOfMemoryError());
    }

    @Test
    void whatIsReadIsReturned() {
        assertThat(RequestBody.<String>guarded(() -> "read")).isEqualTo("read");
    }
}
