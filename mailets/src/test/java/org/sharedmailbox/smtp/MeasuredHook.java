/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.smtp;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import javax.inject.Inject;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.mailet.Mail;
import org.sharedmailbox.guice.Wiring;

/**
 * The hook, with a note of what the last mail cost: the time of the processor, not of the clock,
 * because the machine may be busy with something else.
 */
public class MeasuredHook extends SendRightsHook {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private volatile Duration last = Duration.ZERO;
    private volatile boolean accepting;

    @Inject
    MeasuredHook(DefaultSenderVerification defaultVerification, Wiring wiring) {
        super(defaultVerification, wiring);
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        long before = THREADS.getCurrentThreadCpuTime();
        HookResult result = super.onMessage(session, mail);
        last = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
        accepting = !result.getResult().equals(HookReturnCode.deny());
        return result;
    }

    Duration last() {
        return last;
    }

    /** Returns whether the last mail was left to the next hook, or to be tried again. */
    boolean acceptedLast() {
        return accepting;
    }
}
