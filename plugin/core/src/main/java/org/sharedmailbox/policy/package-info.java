/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Policies: what a domain permits. They are values, and each of their rules is a pure function that
 * answers with a {@link org.sharedmailbox.policy.Decision}. Nothing here reads a store or a clock;
 * the caller passes in everything that a rule needs to know.
 */
package org.sharedmailbox.policy;
