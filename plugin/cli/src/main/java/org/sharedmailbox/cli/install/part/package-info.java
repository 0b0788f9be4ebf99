/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the plugin needs in each of James's configuration files: what is there, what is to be added,
 * and how it is taken out again. Works on texts; reads and writes no files.
 */
package org.sharedmailbox.cli.install.part;
