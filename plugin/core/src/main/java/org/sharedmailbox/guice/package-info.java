/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Wires the plugin into James, and decides nothing. Only this package knows which implementation
 * stands behind an interface, and only here the real clock is read.
 */
package org.sharedmailbox.guice;
