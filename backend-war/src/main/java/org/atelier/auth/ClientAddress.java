package org.atelier.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Where a request comes from. A forwarded address is believed only from our own frontend or nginx, which show the internal key;
 * of several the last one, because that is the one which they have seen themselves.
 */
final class ClientAddress {
    static final String KEY_HEADER = "X-Internal-Key";
    static final String FORWARDED_HEADER = "X-Forwarded-For";

    private final byte[] expected;

    ClientAddress(byte[] key) {
        this.expected = Base64.getEncoder().encode(key);
    }

    String of(HttpServletRequest request) {
        return of(request.getHeader(KEY_HEADER), request.getHeader(FORWARDED_HEADER), request.getRemoteAddr());
    }

    String of(String shownKey, String forwarded, String peer) {
        if (shownKey == null
                || forwarded == null
                || !MessageDigest.isEqual(shownKey.getBytes(StandardCharsets.UTF_8), expected)) {
            return peer;
        }
        var address = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return address.isEmpty() || address.length() > 64 ? peer : address;
    }
}
