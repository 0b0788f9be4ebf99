/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Many delegations at once: reading them from a JSON array or a CSV, with a fault for every line
 * that is wrong, and writing them as a CSV that a spreadsheet opens and that can be read again.
 */
package org.sharedmailbox.webadmin.bulk;
