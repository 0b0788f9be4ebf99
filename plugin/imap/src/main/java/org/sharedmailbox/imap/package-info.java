/* SPDX-License-Identifier: Apache-2.0 */
/**
 * IMAP for delegates: processors that stand in for James's own. The map:
 *
 * <ul>
 *   <li>this package: what James loads ({@link org.sharedmailbox.imap.SharedMailboxImapPackage}),
 *       and the tables of what is replaced
 *   <li>{@code proxy}: stand-ins for objects of James
 *   <li>{@code name}: folder names of other owners, one's own, LIST patterns
 *   <li>{@code decode}: command parsers, the requests of RFC 4314
 *   <li>{@code response}: NO, OK and untagged responses, made or rewritten
 *   <li>{@code session}: the owner's session as a default processor sees it, the selected folder
 *   <li>{@code command}: the base class of processors, the context of a command, its execution
 *   <li>{@code login}: LOGIN AUTHENTICATE
 *   <li>{@code access}: who may do what in which folder; denials and their audit
 *   <li>{@code mailbox}: STATUS APPEND CREATE DELETE RENAME GETMETADATA SETMETADATA GETQUOTA
 *       GETQUOTAROOT
 *   <li>{@code message}: SELECT EXAMINE FETCH STORE SEARCH EXPUNGE CLOSE UNSELECT NOOP CHECK
 *   <li>{@code transfer}: COPY MOVE
 *   <li>{@code idle}: IDLE
 *   <li>{@code list}: LIST LSUB SUBSCRIBE UNSUBSCRIBE NAMESPACE
 *   <li>{@code acl}: GETACL SETACL DELETEACL LISTRIGHTS MYRIGHTS
 * </ul>
 *
 * <p>Each command has one processor, named like the one of James that it replaces. Of the packages
 * below this one, each knows only those above it in the list; the last six do not know each other.
 */
package org.sharedmailbox.imap;
