package org.atelier.bench;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Loads a running product and prints Markdown; {@code bench/run} starts everything and calls it.
 *
 * <p>Arguments: {@code writes}, or {@code product} with the upstream's base URL, the backend, the frontend, the backend's process id, and
 * e-mail and password of an account.
 */
public final class Bench {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("writes")) {
            Writes.measure();
            return;
        }
        var backend = URI.create(arguments[2]);
        var upstream = Target.upstream(URI.create(arguments[1]));
        var atelier = Target.atelier(backend, signIn(backend, arguments[5], arguments[6]));
        new Chat(upstream, atelier).measure();
        new Conversations(upstream, atelier).measure();
        new Streams(upstream, atelier, Long.parseLong(arguments[4])).measure();
        new Pages(URI.create(arguments[3])).measure(arguments[5], arguments[6]);
    }

    private static String signIn(URI backend, String email, String password) throws IOException {
        var body = "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
        try (var wire = new Wire(backend)) {
            var answer = wire.exchange(Wire.request("POST", "/api/auth/login", "", body));
            var token = TOKEN.matcher(answer.text());
            if (!token.find()) {
                throw new IllegalStateException("Nobody could sign in: " + answer.text());
            }
            return token.group(1);
        }
    }
}
