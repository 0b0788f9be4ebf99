/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Delegations: the access that owners give others to their mailboxes. {@link
 * org.sharedmailbox.delegation.DelegationService} grants and revokes them; {@link
 * org.sharedmailbox.delegation.AccessResolver} alone decides what a delegation gives at a moment,
 * and turns our rights into those of RFC 4314.
 *
 * <p>Access is denied by default: a delegation that is not found, not yet active, expired,
 * suspended by a policy, excluded by the mailbox's type, or cannot be looked up gives nothing. Time
 * comes from an injected clock. Depends on no framework, protocol or database.
 */
package org.sharedmailbox.delegation;
