/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.signin;

import org.sharedmailbox.it.client.Administrator;
import org.sharedmailbox.it.client.JmapTokens;
import org.sharedmailbox.it.client.Person;
import org.sharedmailbox.it.server.StockJames;

/** A stock James with every protocol that it has, and a user who acts for others by its means. */
final class Office implements AutoCloseable {
    static final String PASSWORD = "known to all";

    private static final String POP3 =
            "<pop3servers><pop3server enabled=\"true\"><jmxName>pop3server</jmxName>"
                    + "<bind>127.0.0.1:%d</bind><tls socketTLS=\"false\" startTLS=\"false\"/>"
                    + "<handlerchain><handler"
                    + " class=\"org.apache.james.pop3server.core.CoreCmdHandlerLoader\"/>"
                    + "</handlerchain></pop3server></pop3servers>";
    private static final String MANAGE_SIEVE =
            "<managesieveservers><managesieveserver enabled=\"true\">"
                    + "<jmxName>managesieveserver</jmxName><bind>127.0.0.1:%d</bind>"
                    + "<tls socketTLS=\"false\" startTLS=\"false\"/><maxmessagesize>0"
                    + "</maxmessagesize></managesieveserver></managesieveservers>";
    private static final String VACATION = "<mailet match=\"All\" class=\"VacationMailet\">";
    private static final String FILTERING =
            "<mailet match=\"All\" class=\"org.apache.james.jmap.mailet.filter.JMAPFiltering\"/>";

    private final StockJames james;
    private final JmapTokens tokens = JmapTokens.withNewKey();
    private final Administrator administrator;
    private final Person carol;

    private Office(StockJames james) {
        this.james = james;
        james.configuration("pop3server.xml").write(String.format(POP3, james.ports().pop3()));
        james.configuration("managesieveserver.xml")
                .write(String.format(MANAGE_SIEVE, james.ports().manageSieve()));
        james.configuration("mailetcontainer.xml").replace(VACATION, FILTERING + VACATION);
        james.configuration("jwt_publickey").write(tokens.publicKey());
        james.configuration("jmap.properties")
                .write(
                        "enabled=true\njmap.port="
                                + james.ports().jmap()
                                + "\ntls.keystoreURL=file://conf/keystore\ntls.secret=changeit\n"
                                + "tls.keystoreType=PKCS12\n"
                                + "jwt.publickeypem.url=file://conf/jwt_publickey\n");
        this.administrator = Administrator.of(james.start());
        administrator.createsDomain("example.com");
        this.carol = administrator.createsUser("carol@example.com");
    }

    static Office open() {
        return new Office(StockJames.named("signed-in").layOut());
    }

    StockJames james() {
        return james;
    }

    JmapTokens tokens() {
        return tokens;
    }

    /** Who may act for every account by James's own delegation. */
    Person carol() {
        return carol;
    }

    void letsCarolActFor(String account) {
        put("/users/" + account + "/authorizedUsers/" + carol.address(), "");
    }

    static String json(String password) {
        return "{\"password\":\"" + password + "\"}";
    }

    void put(String path, String json) {
        administrator.webAdmin().put(path, json).expectSuccess();
    }

    void post(String path) {
        administrator.webAdmin().post(path, "").expectSuccess();
    }

    void delete(String path) {
        administrator.webAdmin().delete(path).expectSuccess();
    }

    @Override
    public void close() {
        james.close();
    }
}
