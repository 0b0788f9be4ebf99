/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The settings of {@code shared-mailboxes.properties}, and whether the operator wrote the lines
 * that the plugin needs into James's own files. Read once, immutable afterwards; every bad value
 * and every missing line is told in a message that names the file, the key or line, and what to
 * write instead.
 */
package org.sharedmailbox.config;
