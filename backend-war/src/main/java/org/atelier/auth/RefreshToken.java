package org.atelier.auth;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * One link in the chain of a sign-in. Each successor is computed from its predecessor with a key that only the server has, so
 * the same old token leads to the same new one without either being stored.
 *
 * @param generation how many links came before it
 */
record RefreshToken(UUID sessionId, int generation, byte[] secret) {
    private static final int SECRET_BYTES = 32;
    private static final int BYTES = 16 + 4 + SECRET_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken first(UUID sessionId) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new RefreshToken(sessionId, 0, secret);
    }

    /** @return empty when the text was never one of ours */
    static Optional<RefreshToken> parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != BYTES) {
                return Optional.empty();
            }
            var session = new UUID(bytes.getLong(), bytes.getLong());
            int generation = bytes.getInt();
            var secret = new byte[SECRET_BYTES];
            bytes.get(secret);
            return Optional.of(new RefreshToken(session, generation, secret));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    RefreshToken successor(byte[] key) {
        return new RefreshToken(sessionId, generation + 1, Digests.keyed(key, bytes()));
    }

    /** @return what may be stored: it names the token and does not give it away */
    String digest() {
        return Digests.hex(bytes());
    }

    private byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(sessionId.getMostSignificantBits())
                .putLong(sessionId.getLeastSignificantBits())
                .putInt(generation)
                .put(secret)
                .array();
    }
}
