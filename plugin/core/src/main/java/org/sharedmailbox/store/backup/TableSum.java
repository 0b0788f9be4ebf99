/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.store.backup;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of a table's rows, and a sum over all that is in them, which does not depend on their
 * order: the sum of the SHA-256 of each, modulo 2^256.
 */
final class TableSum {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest digest = sha256();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    void add(List<@Nullable Object> row) {
        for (Object value : row) {
            if (value == null) {
                digest.update((byte) 0);
            } else {
                byte[] octets = value.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((byte) 1);
                // Without the length, two values could be taken for one.
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(octets.length).array());
                digest.update(octets);
            }
        }
        sum = sum.add(new BigInteger(1, digest.digest())).mod(MODULUS);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** Returns the sum in hexadecimal digits. */
    String sum() {
        return sum.toString(16);
    }

    boolean isSameAs(long otherRows, String otherSum) {
        return rows == otherRows && sum().equals(otherSum);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
