/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.james;

import java.util.Optional;

/** Services of James that not every version or flavour has. */
public interface JamesServices {
    /** Returns the service; empty if this James has the class, but does not offer it. */
    <T> Optional<T> find(Class<T> type);
}
