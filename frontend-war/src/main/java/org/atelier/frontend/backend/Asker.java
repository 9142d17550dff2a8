package org.atelier.frontend.backend;

import jakarta.ws.rs.HeaderParam;

/**
 * On whose behalf a call is made: the backend throttles by this address, logs under this request id, shows people what they signed in with,
 * and lets in by this credential.
 */
public class Asker {

    @HeaderParam("X-Forwarded-For")
    private final String address;

    @HeaderParam("X-Forwarded-Proto")
    private final String scheme;

    @HeaderParam("X-Request-Id")
    private final String requestId;

    @HeaderParam("User-Agent")
    private final String userAgent;

    @HeaderParam("Authorization")
    private final String credential;

    /** Of somebody who has not signed in. */
    public Asker(String address, String scheme, String requestId, String userAgent) {
        this(address, scheme, requestId, userAgent, null);
    }

    private Asker(String address, String scheme, String requestId, String userAgent, String credential) {
        this.address = address;
        this.scheme = scheme;
        this.requestId = requestId;
        this.userAgent = userAgent;
        this.credential = credential;
    }

    /** @param bearer the value of an {@code Authorization} header */
    public Asker with(String bearer) {
        return new Asker(address, scheme, requestId, userAgent, bearer);
    }

    public String getAddress() {
        return address;
    }

    public String getScheme() {
        return scheme;
    }

    public String getRequestId() {
        return requestId;
    }

    public String getUserAgent() {
        return userAgent;
    }

    public String getCredential() {
        return credential;
    }
}
