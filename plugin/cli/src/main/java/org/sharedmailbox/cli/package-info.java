/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The command line of the jar that operators install: {@code java -jar
 * james-shared-mailboxes….jar}. Each group of commands has a package of its own. It runs without
 * James, so nothing here, nor what it calls, may use what James brings, such as Guava or SLF4J.
 */
package org.sharedmailbox.cli;
