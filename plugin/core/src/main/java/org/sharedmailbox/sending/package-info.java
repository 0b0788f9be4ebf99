/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Decides who may send as whom. Address headers are read as strict and as lenient mail software
 * would read them, so that no forged sender passes. {@link org.sharedmailbox.sending.SendPolicy} is
 * the entry point; how the permissions of the user are looked up is the caller's concern.
 */
package org.sharedmailbox.sending;
