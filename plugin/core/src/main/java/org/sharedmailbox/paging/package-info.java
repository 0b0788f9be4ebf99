/* SPDX-License-Identifier: Apache-2.0 */
/** Parts of long lists. */
package org.sharedmailbox.paging;
