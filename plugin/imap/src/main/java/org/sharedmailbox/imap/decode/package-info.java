/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Command parsers that replace James's, and the requests of RFC 4314, which James has in other
 * shapes in 3.8 and 3.9. {@link org.sharedmailbox.imap.decode.ReplacedParsers} is the table.
 */
package org.sharedmailbox.imap.decode;
