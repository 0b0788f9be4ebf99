/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One IMAP command on its way: {@link org.sharedmailbox.imap.command.InterceptingProcessor} stands
 * in for a processor of James and decides whom a command concerns; {@link
 * org.sharedmailbox.imap.command.CommandExecutor} runs those that concern another owner, to their
 * end and within limits, and notices that a sign-in has ended. Nothing here knows who may do what.
 */
package org.sharedmailbox.imap.command;
