/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Delegations as the access control lists of RFC 4314, which mail clients read and write. {@link
 * org.sharedmailbox.acl.AclService} is the entry point.
 */
package org.sharedmailbox.acl;
