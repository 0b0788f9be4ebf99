/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.smtp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An S/MIME mail (RFC 8551, multipart/signed) of which every octet of the signed part counts. */
final class SignedLetter {
    private static final String BOUNDARY = "----=_signed";

    /** Blanks at the end of a line, a long line and 8-bit octets are what gets changed first. */
    private static final String PART =
            "Content-Type: text/plain; charset=utf-8\r\n"
                    + "Content-Transfer-Encoding: 8bit\r\n\r\n"
                    + "Gr\u00C3\u00BC\u00C3\u009Fe  \r\n.dot\r\n"
                    + "y".repeat(700)
                    + "\t\r\n";

    private final String headers;
    private final X509CertificateHolder certificate;
    private final String signature;

    private SignedLetter(String headers, X509CertificateHolder certificate, String signature) {
        this.headers = headers;
        this.certificate = certificate;
        this.signature = signature;
    }

    static SignedLetter from(String address) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            KeyPair pair = keys.generateKeyPair();
            ContentSigner signer =
                    new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
            X500Name name = new X500Name("CN=" + address);
            X509CertificateHolder certificate =
                    new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    Date.from(Instant.now().minusSeconds(60)),
                                    Date.from(Instant.now().plusSeconds(3600)),
                                    name,
                                    pair.getPublic())
                            .build(signer);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(
                                    new JcaDigestCalculatorProviderBuilder().build())
                            .build(signer, certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            byte[] signature = generator.generate(content(PART), false).getEncoded();
            return new SignedLetter(
                    "From: " + address + "\r\n",
                    certificate,
                    Base64.getMimeEncoder().encodeToString(signature));
        } catch (GeneralSecurityException
                | OperatorException
                | CMSException
                | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SignedLetter about(String subject) {
        return new SignedLetter(headers + "Subject: " + subject + "\r\n", certificate, signature);
    }

    String asString() {
        return headers
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\r\n"
                + "\tmicalg=sha-256; boundary=\""
                + BOUNDARY
                + "\"\r\n\r\nThis is S/MIME.\r\n--"
                + BOUNDARY
                + "\r\n"
                + PART
                + "\r\n--"
                + BOUNDARY
                + "\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + signature
                + "\r\n--"
                + BOUNDARY
                + "--\r\n";
    }

    /** Whether the signature that is in a mail is right for the part that is in it. */
    boolean isVerifiedIn(String raw) {
        String[] parts = raw.split("(\r\n|^)--" + BOUNDARY + "(--)?\r\n", -1);
        String encoded = parts[2].substring(parts[2].indexOf("\r\n\r\n") + 4);
        try {
            CMSSignedData signed =
                    new CMSSignedData(content(parts[1]), Base64.getMimeDecoder().decode(encoded));
            for (SignerInformation signer : signed.getSignerInfos()) {
                if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                    return false;
                }
            }
            return signed.getSignerInfos().size() == 1;
        } catch (CMSException | OperatorException | GeneralSecurityException e) {
            return false;
        }
    }

    private static CMSProcessableByteArray content(String part) {
        return new CMSProcessableByteArray(part.getBytes(StandardCharsets.ISO_8859_1));
    }
}
