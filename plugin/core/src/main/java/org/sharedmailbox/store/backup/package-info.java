/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Backups of the whole store, and its way from one database to another. A source sends all rows of
 * all tables, as they were at one moment, to a sink; databases and backup files are both. What the
 * tables are is said by the scripts that make them, for each version.
 *
 * <p>This runs without James too, from the command line: it may use nothing that James brings, such
 * as Guava or SLF4J.
 */
package org.sharedmailbox.store.backup;
