/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The two ways in which the plugin refuses. A {@link
 * org.sharedmailbox.failure.RequestRefusedException} is caused by the request: it says what to do,
 * and nothing has changed. A {@link org.sharedmailbox.failure.StoreUnavailableException} means that
 * the rights are not known, so access is denied; only an {@link
 * org.sharedmailbox.failure.UnknownOutcomeException} leaves open whether something has changed.
 * Each outer module translates both in one place.
 */
package org.sharedmailbox.failure;
