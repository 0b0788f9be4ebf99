/* SPDX-License-Identifier: Apache-2.0 */
/** Debian's Roundcube on PHP's own web server, and what people do in it with a browser. */
package org.sharedmailbox.it.roundcube;
