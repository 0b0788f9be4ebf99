/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Makes a site of the project's Markdown, to be read without a network, and checks its links.
 * {@link org.sharedmailbox.docs.Site} is run by the build; {@link
 * org.sharedmailbox.docs.LinkTarget} says what a link of a page means, for the site and for the
 * check.
 */
package org.sharedmailbox.docs;
