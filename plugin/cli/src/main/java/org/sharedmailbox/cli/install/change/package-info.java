/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Changes to the files of a James: all are worked out before the first is written, and all are
 * written, or none.
 */
package org.sharedmailbox.cli.install.change;
