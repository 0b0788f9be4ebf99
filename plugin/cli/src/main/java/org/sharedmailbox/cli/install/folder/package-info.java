/* SPDX-License-Identifier: Apache-2.0 */
/** Where a James is: its folder, its configuration, its version, the jars of its extensions. */
package org.sharedmailbox.cli.install.folder;
