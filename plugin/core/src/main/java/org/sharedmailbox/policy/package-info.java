/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a domain permits. Policies are values, and each of their rules is a pure function that
 * answers with a {@link org.sharedmailbox.policy.Decision}: permitted, or refused with a reason
 * that the person concerned can use. Nothing here asks a store or a clock; who decides passes in
 * what there is to know.
 */
package org.sharedmailbox.policy;
