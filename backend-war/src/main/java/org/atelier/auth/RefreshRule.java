package org.atelier.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What a refresh token is worth. Tabs and replicas race and answers get lost, so an old token leads to the same successor until
 * that has been used, and a little longer; whoever comes with it later has stolen it or was stolen from.
 */
final class RefreshRule {
    static final Duration GRACE = Duration.ofSeconds(30);
    private static final int LONGEST_WALK = 20_000;

    /** What follows from a token. */
    enum Verdict {
        /** The newest token for the first time: its successor becomes the newest. */
        ROTATE,
        /** An older one that may still come: the same successor once more. */
        REPEAT,
        /** An older one that may not come any more: nobody of this family is to be trusted. */
        REPLAYED,
        /** Unknown, forged, expired or signed out. */
        REFUSED
    }

    private final byte[] key;

    RefreshRule(byte[] key) {
        this.key = key.clone();
    }

    RefreshToken successor(RefreshToken token) {
        return token.successor(key);
    }

    /** @param uses when the generations of this session were first used, as far back as the grace reaches */
    Verdict verdict(RefreshToken token, Session session, Map<Integer, Instant> uses, Instant now) {
        if (!session.alive(now) || !genuine(token, session)) {
            return Verdict.REFUSED;
        }
        int behind = session.generation() - token.generation();
        if (behind == 0) {
            return Verdict.ROTATE;
        }
        if (behind == 1) {
            return Verdict.REPEAT;
        }
        var successorUsed = uses.get(token.generation() + 1);
        return successorUsed != null && !now.isAfter(successorUsed.plus(GRACE)) ? Verdict.REPEAT : Verdict.REPLAYED;
    }

    /**
     * Every genuine old token leads, link by link, to the one whose digest is stored: at 96 links a day a few milliseconds. One that is
     * further behind than any sign-in lasts is not worth the walk.
     */
    private boolean genuine(RefreshToken token, Session session) {
        int behind = session.generation() - token.generation();
        if (token.generation() < 0 || behind < 0 || behind > LONGEST_WALK) {
            return false;
        }
        var link = token;
        while (link.generation() < session.generation()) {
            link = successor(link);
        }
        return MessageDigest.isEqual(
                link.digest().getBytes(StandardCharsets.US_ASCII),
                session.digest().getBytes(StandardCharsets.US_ASCII));
    }
}
