/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.mailet;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * The mails of which a copy was taken care of lately. A mail that James has split arrives in
 * several parts, of which each has its own attributes. Safe for use by many threads.
 */
@Singleton
class CopyClaims {
    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Cache<String, Boolean> claimed =
            CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    @Inject
    CopyClaims() {}

    /**
     * @param id what all parts of a mail have in common
     * @return false if it was claimed before
     */
    boolean claim(String id) {
        return claimed.asMap().putIfAbsent(id, Boolean.TRUE) == null;
    }
}
