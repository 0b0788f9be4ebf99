/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The plugin in the images that others publish: James's own, and PostgreSQL's. Needs Docker, and is
 * run with the profile {@code containers} only; compiled in every build.
 */
package org.sharedmailbox.it.container;
