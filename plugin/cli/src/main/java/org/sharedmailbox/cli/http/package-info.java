/* SPDX-License-Identifier: Apache-2.0 */
/**
 * WebAdmin as a command asks it: where it is, with which secret, what it answers, and in which
 * sentence a failure is told. Knows no command.
 */
package org.sharedmailbox.cli.http;
