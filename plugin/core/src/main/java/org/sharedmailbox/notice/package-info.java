/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Notices: mails that tell people what happened to a delegation. They are written down in the
 * transaction of the change, and sent after its commit, each by one server. A notice that cannot be
 * sent undoes nothing. What they say is in the package {@code text}.
 */
package org.sharedmailbox.notice;
