package org.atelier.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.atelier.web.Caller;
import org.atelier.web.Problem;

/** A key as its sender chose it; it counts for this person and this path only. */
public record RequestKey(UUID userId, String path, String given) {
    static final String HEADER = "Idempotency-Key";

    /** Says that the answer is one that was given before. */
    public static final String REPLAYED = "Idempotent-Replayed";

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,255}");

    /**
     * @return empty when the request came without the header
     * @throws Problem 422 when it is no key
     */
    public static Optional<RequestKey> of(HttpServletRequest request) {
        if (request.getHeader(HEADER) == null) {
            return Optional.empty();
        }
        var given = Collections.list(request.getHeaders(HEADER));
        return Optional.of(of(Caller.of(request).userId(), request.getRequestURI(), given));
    }

    static RequestKey of(UUID userId, String path, List<String> given) {
        if (given.size() != 1 || !PRINTABLE.matcher(given.get(0)).matches()) {
            throw Problem.field(HEADER, "must be one key of 1 to 255 printable ASCII characters");
        }
        return new RequestKey(userId, path, given.get(0));
    }
}
