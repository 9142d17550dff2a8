package org.atelier.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Signed JWTs for 15 minutes at most. A token that was checked once is found again by its digest: one hash and one look-up a request. */
final class AccessTokens {
    /** The longest that may be configured: so long the end of a session has to be remembered. */
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String ISSUER = "atelier";
    private static final String SESSION = "sid";

    private final Clock clock;
    private final HmacKey key;
    private final Duration lifetime;
    private final Cache<ByteBuffer, Access> checked = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(LIFETIME)
            .build();

    AccessTokens(byte[] key, Clock clock) {
        this(key, clock, LIFETIME);
    }

    AccessTokens(byte[] key, Clock clock, Duration lifetime) {
        this.key = new HmacKey(key);
        this.clock = clock;
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }

    String issue(UUID userId, UUID sessionId) {
        var now = clock.instant();
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(userId.toString());
        claims.setStringClaim(SESSION, sessionId.toString());
        claims.setIssuedAt(date(now));
        claims.setExpirationTime(date(now.plus(lifetime)));
        claims.setGeneratedJwtId();
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("an access token could not be signed", impossible);
        }
    }

    /** @return what the token says, empty when it is expired, tampered with or not ours */
    Optional<Access> check(String token) {
        var digest = ByteBuffer.wrap(Digests.sha256(token.getBytes(StandardCharsets.UTF_8)));
        var access = checked.getIfPresent(digest);
        if (access == null) {
            access = verified(token);
            if (access == null) {
                return Optional.empty();
            }
            checked.put(digest, access);
        }
        return clock.instant().isBefore(access.expiresAt()) ? Optional.of(access) : Optional.empty();
    }

    private Access verified(String token) {
        try {
            var claims = consumer().processToClaims(token);
            return new Access(
                    UUID.fromString(claims.getSubject()),
                    UUID.fromString(claims.getStringClaimValue(SESSION)),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException notOurs) {
            return null;
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(ISSUER)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(date(clock.instant()))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setVerificationKey(key)
                .build();
    }

    private static NumericDate date(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }
}
