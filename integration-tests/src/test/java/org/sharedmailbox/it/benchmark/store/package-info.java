/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the store costs as it grows: decisions, administration, memory, start-up and space with up
 * to a million delegations. The decisions are measured by JMH in a process of their own, on the
 * classes that the plugin consists of; whatever a server has to do with it, on a stock James.
 */
package org.sharedmailbox.it.benchmark.store;
