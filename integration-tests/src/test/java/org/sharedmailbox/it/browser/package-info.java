/* SPDX-License-Identifier: Apache-2.0 */
/** A browser as people have it, told over its DevTools protocol what to do. */
package org.sharedmailbox.it.browser;
