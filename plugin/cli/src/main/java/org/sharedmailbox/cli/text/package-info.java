/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What commands write: tables, JSON and questions, whatever names have in them. Knows neither
 * commands nor WebAdmin.
 */
package org.sharedmailbox.cli.text;
