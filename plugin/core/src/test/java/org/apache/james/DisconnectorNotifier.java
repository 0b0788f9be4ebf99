/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.james;

import java.util.Set;
import org.apache.james.core.Username;

/**
 * Stands for James 3.9's interface, of which it has the names and the signatures that we call:
 * James 3.9 cannot be compiled against.
 */
public interface DisconnectorNotifier {
    /** Whose connections are to be closed. */
    interface Request {}

    /** Those of some users; a record in James 3.9. */
    final class MultipleUserRequest implements Request {
        private final Set<Username> usernameList;

        private MultipleUserRequest(Set<Username> usernameList) {
            this.usernameList = usernameList;
        }

        /** Beside the other method of this name, as in James 3.9. */
        public static MultipleUserRequest of(Username username) {
            return new MultipleUserRequest(Set.of(username));
        }

        public static MultipleUserRequest of(Set<Username> usernameList) {
            return new MultipleUserRequest(usernameList);
        }

        public boolean contains(Username username) {
            return usernameList.contains(username);
        }
    }

    void disconnect(Request request);
}
