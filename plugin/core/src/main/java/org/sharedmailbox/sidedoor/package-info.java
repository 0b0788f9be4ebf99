/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What opens a mailbox, or sends its mail on, beside our delegations: James's own delegation and
 * ACLs, aliases, forwards, scripts. {@link org.sharedmailbox.sidedoor.Leftovers} ends what a former
 * owner has left behind; {@link org.sharedmailbox.sidedoor.SideDoorService} lists what there is.
 */
package org.sharedmailbox.sidedoor;
