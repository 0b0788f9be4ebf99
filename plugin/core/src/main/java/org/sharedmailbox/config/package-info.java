/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The settings of {@code shared-mailboxes.properties}, and the check for the lines that the plugin
 * needs in James's own files. Read once, immutable afterwards; for every bad value and every line
 * that is missing or in the wrong place there is a message that names the file, the key or line,
 * and what to write instead. The command line decides by the same classes. One line at start-up
 * says what follows of it all.
 */
package org.sharedmailbox.config;
