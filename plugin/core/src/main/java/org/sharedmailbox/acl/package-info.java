/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Delegations as the access control lists of RFC 4314: what mail clients read and write of them.
 * {@link org.sharedmailbox.acl.AclService} is the entry.
 */
package org.sharedmailbox.acl;
