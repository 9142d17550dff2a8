package org.atelier.frontend.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.atelier.frontend.settings.Keys;

/** Who really asks and over which scheme, when a proxy stands in between. */
@ApplicationScoped
public class Forwarded {

    private static final String HTTPS = "https";
    private byte[] internalKey;

    protected Forwarded() {}

    @Inject
    public Forwarded(Keys keys) {
        this.internalKey = keys.internal().getBytes(StandardCharsets.US_ASCII);
    }

    /** Believed without proof: who lies about it only changes the name of an own cookie. */
    public String scheme(HttpServletRequest request) {
        return HTTPS.equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")) ? HTTPS : request.getScheme();
    }

    public boolean https(HttpServletRequest request) {
        return scheme(request).equals(HTTPS);
    }

    /** The forwarded address needs the internal key as proof, or anybody could get round the throttles. */
    public String address(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Forwarded-For"))
                .filter(chain -> showsKey(request))
                .map(chain -> chain.substring(chain.lastIndexOf(',') + 1).strip())
                .orElseGet(request::getRemoteAddr);
    }

    private boolean showsKey(HttpServletRequest request) {
        String shown = request.getHeader("X-Internal-Key");
        return shown != null && MessageDigest.isEqual(internalKey, shown.getBytes(StandardCharsets.US_ASCII));
    }
}
