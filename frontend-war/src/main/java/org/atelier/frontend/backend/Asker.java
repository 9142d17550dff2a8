package org.atelier.frontend.backend;

import jakarta.ws.rs.HeaderParam;

/** On whose behalf a call is made: the backend throttles by this address logs under this request id, and shows people what they signed
 * in with. */
public class Asker {

    @HeaderParam("X-Forwarded-For")
    private final String address;

    @HeaderParam("X-Forwarded-Proto")
    private final String scheme;

    @HeaderParam("X-Request-Id")
    private final String requestId;

    @HeaderParam("User-Agent")
    private final String userAgent;

    public Asker(String address, String scheme, String requestId, String userAgent) {
        this.address = address;
        this.scheme = scheme;
        this.requestId = requestId;
        this.userAgent = userAgent;
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
}
