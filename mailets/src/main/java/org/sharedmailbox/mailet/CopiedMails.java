/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * The mails of which a copy was filed, or need not be, within the last hour. A mail that James has
 * split arrives in several parts, each with attributes of its own. Thread-safe.
 */
@Singleton
class CopiedMails {
    private static final int MAX_MAILS = 10_000;
    private static final Duration MAX_AGE = Duration.ofHours(1);

    private final Cache<String, Boolean> ids =
            CacheBuilder.newBuilder().maximumSize(MAX_MAILS).expireAfterWrite(MAX_AGE).build();

    @Inject
    CopiedMails() {}

    /**
     * Adds a mail.
     *
     * @param id what all parts of the mail have in common
     * @return false if it was there before
     */
    boolean add(String id) {
        return ids.asMap().putIfAbsent(id, Boolean.TRUE) == null;
    }
}
