/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The one implementation of all stores: JDBC, on H2 in a file or on PostgreSQL, with the same SQL
 * and the same contract tests on both. Nobody but {@code guice} knows this package.
 *
 * <p>Constraints live in the schema. What was read is believed for a second at most, and not at all
 * once something was changed here; within a transaction nothing but the database is believed. A
 * database that does not answer is a {@link org.sharedmailbox.failure.StoreUnavailableException}
 * after a short wait, and is found again by itself. A migration that was released is never changed.
 */
package org.sharedmailbox.store;
