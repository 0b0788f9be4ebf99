/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Measures a stock James with the plugin under many sessions, many administrators and much work at
 * once: what idle sessions take, how fast they are told of mail, whether commands suffer from
 * grants and a revoked one is ever let in, and how LIST and MOVE grow. Sizes are system properties,
 * {@code benchmark.load.…}; a server and a table for each class.
 */
package org.sharedmailbox.it.benchmark.load;
