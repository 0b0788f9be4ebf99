/* SPDX-License-Identifier: Apache-2.0 */
/** Asks a running James over WebAdmin whether the plugin is there. Changes nothing. */
package org.sharedmailbox.cli.install.server;
