/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.config;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.jspecify.annotations.Nullable;

/** What {@code smtpserver.xml} says of the ports that are enabled. Immutable. */
final class InstalledSmtpServers {
    private static final String DEFAULT_BIND = "0.0.0.0:25";

    private final ImmutableList<HierarchicalConfiguration<ImmutableNode>> servers;

    private InstalledSmtpServers(ImmutableList<HierarchicalConfiguration<ImmutableNode>> servers) {
        this.servers = servers;
    }

    static InstalledSmtpServers read(ConfigurationProvider xml) throws ConfigurationException {
        return new InstalledSmtpServers(
                xml.getConfiguration("smtpserver").configurationsAt("smtpserver").stream()
                        .filter(server -> server.getBoolean("[@enabled]", true))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Returns whether our handlers are on every port, or nobody logs in there. */
    boolean haveHandlersPackage() {
        return servers.stream()
                .allMatch(server -> hasHandlersPackage(server) || nobodyLogsInTo(server));
    }

    boolean haveHandlersPackageOnce() {
        return servers.stream().anyMatch(InstalledSmtpServers::hasHandlersPackage);
    }

    /**
     * Returns what to do where people sign in and may send as each other, which our hook keeps them
     * from only for mailboxes that somebody may send for.
     */
    List<String> warnings() {
        return servers.stream()
                .filter(server -> !nobodyLogsInTo(server))
                .map(InstalledSmtpServers::warning)
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<String> warning(HierarchicalConfiguration<ImmutableNode> server) {
        SmtpSignIn signIn = signIn(server);
        if (signIn.isVerifyingIdentity()) {
            return Optional.empty();
        }
        if (!signIn.isNeverAnnounced()) {
            return Optional.of(
                    warning(
                            server,
                            "Add in that <smtpserver>: <verifyIdentity>true</verifyIdentity>"));
        }
        // James 3.8 does not start with verifyIdentity there.
        if (signIn.isTakingTokens()) {
            return Optional.of(
                    warning(
                            server,
                            "Signing in is not announced there, but works: take out <oidc>"));
        }
        return signIn.isPlainAuthEnabled()
                ? Optional.of(
                        warning(
                                server,
                                "Signing in is not announced there, but works. Add in <auth>:"
                                        + " <plainAuthEnabled>false</plainAuthEnabled>"))
                : Optional.empty();
    }

    private static String warning(
            HierarchicalConfiguration<ImmutableNode> server, String whatToDo) {
        return String.format(
                "conf/smtpserver.xml does not have identities verified on %s, so whoever signs in"
                        + " there may send as any other user for whom nobody else may send. %s",
                server.getString("bind", DEFAULT_BIND), whatToDo);
    }

    private static SmtpSignIn signIn(HierarchicalConfiguration<ImmutableNode> server) {
        Function<String, Optional<String>> texts =
                key -> Optional.ofNullable(server.getString(key));
        boolean takingTokens = !server.configurationsAt("auth.oidc").isEmpty();
        // The jar for James 3.9 and later is the one with this in jakarta.
        return Inject.class.getName().startsWith("jakarta")
                ? SmtpSignIn.of39(texts, takingTokens)
                : SmtpSignIn.of38(texts, takingTokens);
    }

    private static boolean hasHandlersPackage(HierarchicalConfiguration<ImmutableNode> server) {
        return InstallationLine.Names.HANDLERS_PACKAGE.equals(handlersPackageOf(server));
    }

    private static boolean nobodyLogsInTo(HierarchicalConfiguration<ImmutableNode> server) {
        return InstallationLine.Names.NO_LOGIN_PACKAGE.equals(handlersPackageOf(server));
    }

    private static @Nullable String handlersPackageOf(
            HierarchicalConfiguration<ImmutableNode> server) {
        return server.getString("handlerchain[@coreHandlersPackage]");
    }
}
