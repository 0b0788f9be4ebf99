/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Signs certificates of servers, with the JDK's keytool. */
public final class CertificateAuthority {
    private static final String SECRET = "changeit";

    private final Path keys;

    private CertificateAuthority(Path keys) {
        this.keys = keys;
    }

    /** Makes an authority of that name, whose files are in the folder. */
    public static CertificateAuthority in(Path folder, String name) {
        CertificateAuthority made = new CertificateAuthority(folder.resolve(name + ".p12"));
        made.keytool(
                "-genkeypair",
                "-alias",
                "authority",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "bc:critical=ca:true",
                "-validity",
                "30");
        made.keytool("-exportcert", "-rfc", "-alias", "authority", "-file", made.file("pem"));
        return made;
    }

    /** Returns the file with its certificate, in PEM. */
    public Path certificate() {
        return Path.of(file("pem"));
    }

    /** Returns a file that has Java trust it, if {@code javax.net.ssl.trustStore} names that. */
    public Path trustStore() {
        Path trusting = Path.of(file("trust.p12"));
        if (!Files.exists(trusting)) {
            keytool(
                    trusting,
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    "authority",
                    "-file",
                    file("pem"));
        }
        return trusting;
    }

    /** Returns the secret that the file is read with. */
    public String trustStorePassword() {
        return SECRET;
    }

    /** Has the server offer TLS, with a certificate for those names, e.g. {@code dns:localhost}. */
    public void certify(PostgresServer server, String names) {
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=server",
                "-validity",
                "30");
        keytool("-certreq", "-alias", "server", "-file", file("request"));
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "authority",
                "-ext",
                "san=" + names,
                "-infile",
                file("request"),
                "-outfile",
                file("server.pem"),
                "-validity",
                "30");
        try {
            server.configure("server.crt", Files.readString(Path.of(file("server.pem"))));
            server.configure("server.key", key());
            keytool("-delete", "-alias", "server");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server.administer("postgres", "alter system set ssl = on");
        server.reload();
    }

    private String key() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(keys)) {
            store.load(content, SECRET.toCharArray());
        }
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(store.getKey("server", SECRET.toCharArray()).getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private String file(String ending) {
        return keys.toString().replaceFirst("p12$", ending);
    }

    private void keytool(String... arguments) {
        keytool(keys, arguments);
    }

    private void keytool(Path store, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of(
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        SECRET));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Path.of(file("out")).toFile())
                            .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(
                        command + " fails:\n" + Files.readString(Path.of(file("out"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
