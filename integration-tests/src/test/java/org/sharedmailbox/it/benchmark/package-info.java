/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Measures what the plugin costs, on stock servers of their own: stock James beside stock James
 * with the plugin, a shared mailbox beside an own one, and both beside Dovecot. Run by {@code mvn
 * -Pbenchmark verify -pl integration-tests -am} only, and fails no build.
 */
package org.sharedmailbox.it.benchmark;
