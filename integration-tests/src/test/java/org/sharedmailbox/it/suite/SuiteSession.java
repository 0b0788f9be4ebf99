/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.suite;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mpt.api.Continuation;
import org.apache.james.mpt.api.Session;
import org.jspecify.annotations.Nullable;
import org.sharedmailbox.it.client.RawImap;
import org.sharedmailbox.it.server.StockJames;

/** A connection of a script of James's IMAP suite to a server's port. */
final class SuiteSession implements Session {
    /** The suite's servers say nothing of themselves, real ones their name and host. */
    private static final String GREETING = "* OK IMAP4rev1 Server ready";

    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)\\+}$");

    private static final String GO_ON = "+ Ok";

    private final StockJames james;
    private final Continuation continuation;
    private final Queue<String> lines = new ArrayDeque<>();
    private final StringBuilder command = new StringBuilder();
    private int announced;
    private int missing = -1;
    private @Nullable RawImap imap;

    SuiteSession(StockJames james, Continuation continuation) {
        this.james = james;
        this.continuation = continuation;
    }

    @Override
    public void start() {
        imap = RawImap.connectInTheClear(james);
        lines.clear();
        lines.add(GREETING);
    }

    /** The suite's servers do not greet again. */
    @Override
    public void restart() {
        stop();
        start();
        lines.clear();
    }

    @Override
    public void stop() {
        connection().close();
    }

    /**
     * A literal that nobody has to ask for is sent in one piece with its command. Some scripts
     * count one byte too many, which only the suite's own servers do not mind.
     */
    @Override
    public void writeLine(String line) {
        command.append(line).append("\r\n");
        Matcher announcement = LITERAL.matcher(line);
        if (announced > 0) {
            missing -= line.length() + 2;
            if (missing == -1) {
                int at = command.indexOf("{" + announced + "+}");
                command.replace(at, command.indexOf("}", at), "{" + (announced - 1) + "+");
            }
        }
        if (missing < 0 && announcement.find()) {
            announced = Integer.parseInt(announcement.group(1));
            missing = announced;
        }
        if (missing < 0) {
            connection().send(command.substring(0, command.length() - 2));
            command.setLength(0);
            announced = 0;
        }
    }

    /** Responses with literals are several lines to a script. */
    @Override
    public String readLine() {
        if (lines.isEmpty()) {
            lines.addAll(List.of(response().split("\r?\n", -1)));
        }
        String line = lines.remove();
        if (line.equals(GO_ON)) {
            continuation.doContinue();
        }
        return line;
    }

    /** What the memory flavour does because of a command is done when it has answered. */
    @Override
    public void await() {}

    /** Empty from a server that has hung up, which is what scripts expect there. */
    private String response() {
        try {
            return connection().response();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof EOFException) {
                return "";
            }
            throw e;
        }
    }

    private RawImap connection() {
        if (imap == null) {
            throw new IllegalStateException("The session has not been started");
        }
        return imap;
    }
}
