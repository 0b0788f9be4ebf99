/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What owners' mailboxes are open for to others. {@link
 * org.sharedmailbox.delegation.DelegationService} is the only one who grants and revokes; {@link
 * org.sharedmailbox.delegation.AccessResolver} is the only one who says what a delegation means at
 * a moment, and the only place where our rights become those of RFC 4314.
 *
 * <p>Deny is the default: what is not found, not begun, over, suspended by policy, excluded by the
 * mailbox's type, or cannot be looked up, gives nothing. Time comes from an injected clock. No
 * framework, no protocol and no database is known here.
 */
package org.sharedmailbox.delegation;
