/* SPDX-License-Identifier: Apache-2.0 */
/** What a check looks at: the lines, and what makes an installation dangerous. Changes nothing. */
package org.sharedmailbox.cli.install.check;
