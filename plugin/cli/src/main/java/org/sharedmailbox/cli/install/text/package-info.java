/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Configuration files as texts: where in them an element or a setting stands, and edits that leave
 * every other character as it is. Knows neither James nor the plugin.
 */
package org.sharedmailbox.cli.install.text;
