/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Two servers on one database, at work for minutes while the database restarts: nobody gets what
 * they may not have, and nothing that was answered is lost.
 */
package org.sharedmailbox.it.soak;
