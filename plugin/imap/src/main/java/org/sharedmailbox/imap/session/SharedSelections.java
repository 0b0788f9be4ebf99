/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.imap.session;

import com.google.common.collect.MapMaker;
import java.util.Collections;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.imap.api.process.ImapSession;

/**
 * The connections that have selected a folder of another owner, for counting them. Keeps none: who
 * hangs up or selects something else is not counted any more. Thread-safe.
 */
@Singleton
public class SharedSelections {
    private final Set<ImapSession> connections =
            Collections.newSetFromMap(new MapMaker().weakKeys().makeMap());

    @Inject
    public SharedSelections() {}

    /** Notes that the connection has selected such a folder. */
    public void selected(ImapSession connection) {
        connections.add(connection);
    }

    /** Returns how many connections have one selected. */
    public int count() {
        connections.removeIf(connection -> SelectedFolder.of(connection.getSelected()).isEmpty());
        return connections.size();
    }
}
