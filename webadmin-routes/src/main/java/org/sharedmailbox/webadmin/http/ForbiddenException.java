/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.webadmin.http;

/** A request that is refused because of where it comes from (403). Says what to do. */
final class ForbiddenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForbiddenException(String message) {
        super(message);
    }
}
