/* SPDX-License-Identifier: Apache-2.0 */
/** The commands that take in, or give out, many delegations at once. */
package org.sharedmailbox.cli.admin.bulk;
