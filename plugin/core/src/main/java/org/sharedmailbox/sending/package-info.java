/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Decides who may send as whom, and reads address headers as strict and as lenient mail software
 * would, so that no forged sender passes. Pure functions: {@link
 * org.sharedmailbox.sending.SendPolicy} is the entry; what a user may send as was looked up before.
 */
package org.sharedmailbox.sending;
