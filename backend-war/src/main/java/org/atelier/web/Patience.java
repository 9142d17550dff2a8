package org.atelier.web;

import java.time.Duration;
import java.util.regex.Pattern;

/** How long a caller wants to wait for the end of something long, as {@code Prefer: wait=…} of RFC 7240 says. */
public final class Patience {
    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})", Pattern.CASE_INSENSITIVE);
    private static final int MOST_SECONDS = 120;

    private Patience() {}

    /** @param prefer the header, null when absent. @return zero when nobody wants to wait; a preference may be cut short, so it never fails */
    public static Duration of(String prefer) {
        var wait = WAIT.matcher(prefer == null ? "" : prefer);
        return wait.find()
                ? Duration.ofSeconds(Math.min(MOST_SECONDS, Integer.parseInt(wait.group(1))))
                : Duration.ZERO;
    }
}
