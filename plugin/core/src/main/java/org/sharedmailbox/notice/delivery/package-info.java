/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Sends notices: takes those that are due, has their text written, hands them to James, and tries
 * again what fails. Its {@code NoticePost} is James's.
 */
package org.sharedmailbox.notice.delivery;
