/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Requests and responses: a {@code …Request} reads JSON, or a query, into values of the domain, a
 * {@code …Response} writes a value of the domain as JSON. Of this module they know {@code http}
 * only.
 */
package org.sharedmailbox.webadmin.dto;
