/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The key pair and certificate of the test servers, made with the JDK's keytool as operators do.
 */
final class Keystore {
    private static final String ALIAS = "james";

    private final Path file;
    private final String secret;

    private Keystore(Path file, String secret) {
        this.file = file;
        this.secret = secret;
    }

    /** The keystore in this file, which is generated if there is none yet. */
    static synchronized Keystore at(Path file, String secret) {
        if (!Files.exists(file)) {
            generate(file, secret);
        }
        return new Keystore(file, secret);
    }

    void copyTo(Path target) throws IOException {
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The certificate as a file in PEM, for programs that are not Java's. */
    Path certificate() throws IOException {
        try {
            Path pem = file.resolveSibling(file.getFileName() + ".pem");
            String base64 = Base64.getMimeEncoder().encodeToString(readCertificate().getEncoded());
            return Files.writeString(
                    pem,
                    "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    /** What a client needs to trust this certificate, and no other. */
    SSLContext trusted() {
        try {
            Certificate certificate = readCertificate();
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(ALIAS, certificate);
            TrustManagerFactory trustManagers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    private Certificate readCertificate() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(in, secret.toCharArray());
            return Objects.requireNonNull(own.getCertificate(ALIAS), ALIAS);
        }
    }

    private IllegalStateException unreadable(GeneralSecurityException e) {
        return new IllegalStateException("Unreadable keystore " + file, e);
    }

    private static void generate(Path file, String secret) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(unfinished);
            Process keytool =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "keytool")
                                            .toString(),
                                    "-genkeypair",
                                    "-alias",
                                    ALIAS,
                                    "-keyalg",
                                    "RSA",
                                    "-dname",
                                    "CN=localhost",
                                    "-ext",
                                    "SAN=dns:localhost,ip:127.0.0.1",
                                    "-validity",
                                    "3650",
                                    "-storetype",
                                    "PKCS12",
                                    "-storepass",
                                    secret,
                                    "-keystore",
                                    unfinished.toString())
                            .inheritIO()
                            .start();
            if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
                keytool.destroyForcibly();
                throw new IllegalStateException("keytool made no keystore " + file);
            }
            Files.move(unfinished, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for keytool", e);
        }
    }
}
