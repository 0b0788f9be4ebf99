/* SPDX-License-Identifier: Apache-2.0 */
/**
 * HTTP in and out of the services, below James's WebAdmin. A route reads the request strictly,
 * calls one service, and writes the answer; it decides nothing. {@link
 * org.sharedmailbox.webadmin.ErrorMapping} is the one place where failures become status codes. The
 * reference for callers is {@code docs/reference/webadmin-api.md}.
 */
package org.sharedmailbox.webadmin;
