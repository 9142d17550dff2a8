package org.atelier.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.atelier.web.Json;

/** Tells whether two bodies ask for the same: by what was read from them, not by how it was written. */
final class Digest {
    private Digest() {}

    static String of(Object body) {
        try {
            var json = Json.MAPPER.writeValueAsBytes(body);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (JsonProcessingException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
