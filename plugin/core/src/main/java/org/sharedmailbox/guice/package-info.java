/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Wires the plugin into James, and decides nothing. The only place that knows which implementation
 * stands behind an interface, and the only one where the time of the real world comes in.
 */
package org.sharedmailbox.guice;
