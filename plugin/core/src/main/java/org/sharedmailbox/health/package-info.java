/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The health check: each class of findings looks at one thing and says in words what is wrong and
 * what to do about it. {@link org.sharedmailbox.health.SharedMailboxHealthCheck}, which operators
 * name in their configuration, finds the others by the wiring, which knows none of them.
 */
package org.sharedmailbox.health;
