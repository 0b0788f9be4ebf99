/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The plugin's part of James's WebAdmin. Every path has a method in one of the {@code …Resource}
 * classes: it reads the request strictly, calls one service and writes the response; it decides
 * nothing. The {@code …Routes} classes, which James creates because {@code webadmin.properties}
 * names them, list the paths. The reference for callers is {@code docs/reference/webadmin-api.md}.
 *
 * <ul>
 *   <li>{@link org.sharedmailbox.webadmin.dto}: what comes in and goes out as JSON
 *   <li>{@link org.sharedmailbox.webadmin.bulk}: many delegations at once, as JSON or CSV
 *   <li>{@link org.sharedmailbox.webadmin.http}: paths, parameters, bodies and errors
 * </ul>
 */
package org.sharedmailbox.webadmin;
