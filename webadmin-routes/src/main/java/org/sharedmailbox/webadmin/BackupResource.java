/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import javax.inject.Inject;
import javax.servlet.http.HttpServletResponse;
import org.sharedmailbox.administration.BackupService;
import org.sharedmailbox.failure.RequestRefusedException;
import org.sharedmailbox.webadmin.http.RequestActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;

/**
 * Answers {@code /shared-mailboxes/backup}. A backup goes through a file, so that no transaction
 * waits for a client. Thread-safe.
 */
final class BackupResource {
    private static final Logger LOGGER = LoggerFactory.getLogger(BackupResource.class);
    private static final String SECONDS_TO_WAIT = "60";

    /**
     * Several, because a client that does not read its own, which is cut off after an hour, must
     * not keep others from theirs. Few, because each is as large as the store.
     */
    private static final int MAX_COPIES = 3;

    private final BackupService backups;
    private final Semaphore copies = new Semaphore(MAX_COPIES);

    @Inject
    BackupResource(BackupService backups) {
        this.backups = backups;
    }

    /**
     * {@code GET /shared-mailboxes/backup}: sends a backup of the whole store (200); 409 while
     * another one is being made, or several are being sent. If it cannot be sent to its end, the
     * connection is cut, so that nobody takes a part for the whole.
     */
    String get(Request request, Response response) throws IOException {
        if (!copies.tryAcquire()) {
            response.header("Retry-After", SECONDS_TO_WAIT);
            throw RequestRefusedException.conflict(
                    "Other backups of the store are still being sent: try again in a minute");
        }
        try {
            makeAndSend(request, response);
        } finally {
            copies.release();
        }
        return "";
    }

    private void makeAndSend(Request request, Response response) throws IOException {
        // Its owner alone can read it; it is gone when it is closed, or its process ends.
        Path file = Files.createTempFile("shared-mailboxes-backup", ".part");
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            OutputStream spool = new BufferedOutputStream(Channels.newOutputStream(channel));
            backups.writeTo(spool, RequestActor.of(request));
            spool.flush();
            channel.position(0);
            send(channel, response.raw());
        } catch (RequestRefusedException e) {
            response.header("Retry-After", SECONDS_TO_WAIT);
            throw e;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void send(FileChannel backup, HttpServletResponse response) throws IOException {
        response.setContentType("application/gzip");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"shared-mailboxes-backup.gz\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLengthLong(backup.size());
        try {
            OutputStream out = response.getOutputStream();
            Channels.newInputStream(backup).transferTo(out);
            out.flush();
        } catch (IOException | RuntimeException e) {
            LOGGER.info("A backup broke off while it was sent: {}", e.toString());
            // Jetty's way to cut a connection.
            response.sendError(-1);
        }
    }
}
