/* SPDX-License-Identifier: Apache-2.0 */
/** The commands that check, install and uninstall the plugin in the folder of a James. */
package org.sharedmailbox.cli.install;
