/* SPDX-License-Identifier: Apache-2.0 */
/** The commands about the store as a whole: backup, restore, copy. */
package org.sharedmailbox.cli.store;
