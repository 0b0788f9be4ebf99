/* SPDX-License-Identifier: Apache-2.0 */
/**
 * HTTP itself, whatever the request is about: the path, the query parameters and the body of a
 * request, read strictly; JSON; pages of a list; and {@link
 * org.sharedmailbox.webadmin.http.ErrorMapping}, the one place where failures become status codes.
 * Knows no other package of this module.
 */
package org.sharedmailbox.webadmin.http;
