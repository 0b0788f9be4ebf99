/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The one implementation of all stores: JDBC, on H2 in a file or on PostgreSQL, with the same SQL
 * and the same contract tests on both. Only {@code guice} depends on this package.
 *
 * <p>Constraints live in the schema. Reads are cached for a second at most, and dropped as soon as
 * this process changes something; within a transaction only the database is read. A database that
 * does not answer leads to a {@link org.sharedmailbox.failure.StoreUnavailableException}, after a
 * short wait for the first who asks and at once for the others, and is used again as soon as it
 * answers; so does one that answers and does not get done. A transaction that the database gives up
 * in favour of another is run again if its work permits it. H2 is made to do one change after the
 * other. A migration that was released is never changed.
 */
package org.sharedmailbox.store;
