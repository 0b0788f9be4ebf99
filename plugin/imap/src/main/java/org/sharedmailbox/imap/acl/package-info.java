/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The commands of RFC 4314, on one's own folders and on those of other owners: they read and write
 * delegations. One processor each, named like the processor of James whose place it takes.
 */
package org.sharedmailbox.imap.acl;
