package org.atelier.bench;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Loads a running product and prints Markdown; {@code bench/run} starts everything and calls it.
 *
 * <p>Arguments: {@code writes}, {@code history} alone for its heading or with the backend, e-mail, password and how many messages it holds, or which parts of the product ({@code chat,conversations,streams,neighbour,pages,films}) with the upstream's base URL, the
 * backend, the frontend, the backend's process id, and e-mail and password of an account.
 */
public final class Bench {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("writes")) {
            Writes.measure();
            return;
        }
        if (arguments[0].equals("history") && arguments.length == 1) {
            History.heading();
            return;
        }
        if (arguments[0].equals("history")) {
            var filled = URI.create(arguments[1]);
            new History(Target.atelier(filled, signIn(filled, arguments[2], arguments[3])), arguments[4]).measure();
            return;
        }
        var backend = URI.create(arguments[2]);
        var upstream = Target.upstream(URI.create(arguments[1]));
        var atelier = Target.atelier(backend, signIn(backend, arguments[5], arguments[6]));
        for (var part : arguments[0].split(",")) {
            switch (part) {
                case "chat" -> new Chat(upstream, atelier).measure();
                case "conversations" -> new Conversations(upstream, atelier).measure();
                case "streams" -> new Streams(upstream, atelier, Long.parseLong(arguments[4])).measure();
                case "neighbour" ->
                    new Neighbour(Crowd.of(atelier, 1).get(0), atelier, Long.parseLong(arguments[4])).measure();
                case "films" -> new Films(atelier, Long.parseLong(arguments[4])).measure();
                case "pages" -> new Pages(URI.create(arguments[3])).measure(arguments[5], arguments[6]);
                default -> throw new IllegalArgumentException("There is no part " + part + " of the bench.");
            }
        }
    }

    static String signIn(URI backend, String email, String password) throws IOException {
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
