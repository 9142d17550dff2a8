package org.atelier.frontend.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.atelier.frontend.settings.Keys;

/**
 * Who really asks and over which scheme, when nginx stands in between; nobody else asks a request that. What is forwarded needs
 * the internal key as proof, or anybody could get round the throttles.
 */
@ApplicationScoped
public class Forwarded {

    static final String KEY_HEADER = "X-Internal-Key";
    static final String FOR_HEADER = "X-Forwarded-For";
    static final String PROTO_HEADER = "X-Forwarded-Proto";

    private static final Logger LOG = Logger.getLogger(Forwarded.class.getName());
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final String HTTPS = "https";

    private final AtomicBoolean toldOfWrongKey = new AtomicBoolean();
    private byte[] internalKey;

    protected Forwarded() {}

    @Inject
    public Forwarded(Keys keys) {
        this.internalKey = Base64.getDecoder().decode(keys.internal());
    }

    public String scheme(HttpServletRequest request) {
        return forwarded(request, PROTO_HEADER)
                .filter(scheme -> scheme.equals(HTTPS) || scheme.equals("http"))
                .orElseGet(request::getScheme);
    }

    public boolean https(HttpServletRequest request) {
        return scheme(request).equals(HTTPS);
    }

    public String address(HttpServletRequest request) {
        return forwarded(request, FOR_HEADER)
                .filter(address -> ADDRESS.matcher(address).matches())
                .orElseGet(request::getRemoteAddr);
    }

    /** Of several values the last one: nginx has seen that itself, those before are hearsay. */
    private Optional<String> forwarded(HttpServletRequest request, String header) {
        List<String> lines = Collections.list(request.getHeaders(header));
        if (lines.isEmpty() || !showsKey(request)) {
            return Optional.empty();
        }
        String chain = String.join(",", lines);
        return Optional.of(chain.substring(chain.lastIndexOf(',') + 1).strip());
    }

    private boolean showsKey(HttpServletRequest request) {
        String shown = request.getHeader(KEY_HEADER);
        if (shown == null) {
            return false;
        }
        boolean ours = isOurs(shown);
        if (!ours && toldOfWrongKey.compareAndSet(false, true)) {
            LOG.warning(
                    () -> request.getRemoteAddr() + " shows another internal key, so what it forwards is not believed."
                            + " If that is nginx, give it, the frontend and the backend the same INTERNAL_KEY or one folder for"
                            + " their keys.");
        }
        return ours;
    }

    private boolean isOurs(String shown) {
        try {
            return MessageDigest.isEqual(Base64.getDecoder().decode(shown.strip()), internalKey);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
