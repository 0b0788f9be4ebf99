/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.cli.admin.bulk;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.IntConsumer;

/** The octets of a request, counted when they are on their way. */
final class CountedBody implements Flow.Subscriber<ByteBuffer> {
    private final Flow.Subscriber<? super ByteBuffer> next;
    private final IntConsumer count;

    private CountedBody(Flow.Subscriber<? super ByteBuffer> next, IntConsumer count) {
        this.next = next;
        this.count = count;
    }

    /** Returns the same body. */
    static BodyPublisher of(BodyPublisher body, IntConsumer count) {
        return BodyPublishers.fromPublisher(
                subscriber -> body.subscribe(new CountedBody(subscriber, count)),
                body.contentLength());
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        next.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer octets) {
        count.accept(octets.remaining());
        next.onNext(octets);
    }

    @Override
    public void onError(Throwable failure) {
        next.onError(failure);
    }

    @Override
    public void onComplete() {
        next.onComplete();
    }
}
