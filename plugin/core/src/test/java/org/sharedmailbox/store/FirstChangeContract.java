/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.policy.DelegationPolicy;

/** The script of docs/contributor/first-change.md, run after all those that there are. */
interface FirstChangeContract {
    Path PAGE = Path.of("../../docs/contributor/first-change.md");
    Pattern BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    TestStores database();

    @Test
    default void whereAPolicyAllowsReadingItAllowsTheNewRight() throws IOException {
        givenPolicy("example.com", DelegationRight.READ_AND_MANAGE);
        givenPolicy("example.org", DelegationRight.SEND_AS);
        List<String> scripts =
                BLOCK.matcher(Files.readString(PAGE))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toList());
        assertThat(scripts).hasSize(1);

        database().sql(scripts.get(0));

        assertThat(
                        database()
                                .column(
                                        "select domain from delegation_policy where"
                                                + " read_seen_allowed"))
                .containsExactly("example.com");
    }

    private void givenPolicy(String domain, DelegationRight allowed) {
        database()
                .givenPolicy(
                        domain,
                        DelegationPolicy.builtIn().toBuilder()
                                .allowedRights(List.of(allowed))
                                .build());
    }
}
