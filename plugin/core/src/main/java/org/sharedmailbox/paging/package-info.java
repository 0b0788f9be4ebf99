/* SPDX-License-Identifier: Apache-2.0 */
/** Long lists that are read in parts. */
package org.sharedmailbox.paging;
