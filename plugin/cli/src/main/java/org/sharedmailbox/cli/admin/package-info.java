/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The administrator's commands, over WebAdmin: what every one of them has (this is where its
 * subpackages look), and those about delegations and the audit log. They decide nothing about
 * rights: WebAdmin does.
 */
package org.sharedmailbox.cli.admin;
