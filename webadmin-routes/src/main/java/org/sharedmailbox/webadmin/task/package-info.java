/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The work that James's task manager runs for us, and how it is written as JSON: a distributed
 * James runs a task on another server than the one that was asked. {@link
 * org.sharedmailbox.webadmin.task.SharedMailboxTaskExtensionModule} is what operators name in their
 * configuration.
 */
package org.sharedmailbox.webadmin.task;
