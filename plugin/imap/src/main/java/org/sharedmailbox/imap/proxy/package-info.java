/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Stand-ins for objects of James, whose interfaces grow: what a stand-in does not know goes to the
 * object. Whoever wraps an object of James begins here, and never with {@code implements}.
 */
package org.sharedmailbox.imap.proxy;
