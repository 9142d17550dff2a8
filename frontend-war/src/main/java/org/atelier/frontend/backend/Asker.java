package org.atelier.frontend.backend;

import jakarta.ws.rs.HeaderParam;

/** On whose behalf a call is made: the backend throttles by this address and logs under this request id. */
public class Asker {

    @HeaderParam("X-Forwarded-For")
    private final String address;

    @HeaderParam("X-Forwarded-Proto")
    private final String scheme;

    @HeaderParam("X-Request-Id")
    private final String requestId;

    public Asker(String address, String scheme, String requestId) {
        this.address = address;
        this.scheme = scheme;
        this.requestId = requestId;
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
}
