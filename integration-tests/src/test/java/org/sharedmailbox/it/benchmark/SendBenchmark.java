/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.benchmark;

import java.util.List;
import org.sharedmailbox.it.client.RawSmtp;

/** What submission costs: without the plugin and with it, and for another mailbox. */
final class SendBenchmark implements AutoCloseable {
    private static final String RECIPIENT = "plain@example.com";

    /** As many mails as one connection sends in a row. */
    private static final int IN_A_ROW = 20;

    private final RawSmtp without;
    private final RawSmtp with;
    private final RawSmtp delegate;

    SendBenchmark(BenchmarkCompany stock, BenchmarkCompany extended) {
        this.without = stock.person("plain").smtp();
        this.with = extended.person("plain").smtp();
        this.delegate = extended.person("delegate").smtp();
    }

    List<Comparison> comparisons() {
        Operation own = () -> sends(delegate, "delegate@example.com");
        Operation sendAs = () -> sends(delegate, BenchmarkCompany.SUPPORT);
        return List.of(
                Comparison.of(
                        "submission, own sender",
                        Goal.ratio(1.03),
                        () -> sends(without, RECIPIENT),
                        () -> sends(with, RECIPIENT)),
                Comparison.of("Send As / own sender", Goal.ratio(1.25), own, sendAs),
                Comparison.of(
                        "Send As / own sender, " + IN_A_ROW + " in a row",
                        Goal.ratio(1.8),
                        inARow(own),
                        inARow(sendAs)));
    }

    private static Operation inARow(Operation one) {
        return () -> {
            for (int n = 0; n < IN_A_ROW; n++) {
                one.run();
            }
        };
    }

    private static void sends(RawSmtp smtp, String sender) {
        String message =
                "From: " + sender + "\r\nTo: " + RECIPIENT + "\r\nSubject: Answer\r\n\r\nYes.\r\n";
        String reply = smtp.sends(sender, List.of(RECIPIENT), message);
        if (!reply.startsWith("250 ")) {
            throw new IllegalStateException("Refused: " + reply);
        }
    }

    @Override
    public void close() {
        without.close();
        with.close();
        delegate.close();
    }
}
