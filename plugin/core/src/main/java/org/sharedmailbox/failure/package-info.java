/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The two ways in which the plugin says no. A {@link
 * org.sharedmailbox.failure.RequestRefusedException} is the fault of a request, tells the person
 * who made it what to do, and has changed nothing; a {@link
 * org.sharedmailbox.failure.StoreUnavailableException} means that nobody knows, so that nobody is
 * let in. The outer modules translate both, each in one place.
 */
package org.sharedmailbox.failure;
