package org.atelier.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** People made by an administrator, each signed in. */
final class Crowd {
    private static final Pattern LINK = Pattern.compile("\"path\":\"[^\"]*token=([^\"]+)\"");
    private static final String PASSWORD = "how deep is the harbour";

    private Crowd() {}

    static List<Target> of(Target administrator, int number) throws IOException {
        var people = new ArrayList<Target>();
        try (var wire = administrator.open()) {
            while (people.size() < number) {
                people.add(one(wire, administrator));
            }
        }
        return people;
    }

    private static Target one(Wire wire, Target administrator) throws IOException {
        var email = "bench-" + UUID.randomUUID() + "@example.org";
        var made = wire.exchange(
                Wire.request("POST", "/api/users", administrator.headers(), "{\"email\":\"" + email + "\"}"));
        var link = LINK.matcher(made.text());
        if (!link.find()) {
            throw new IllegalStateException("Nobody was made: " + made.text());
        }
        var body = "{\"token\":\"" + link.group(1) + "\",\"new_password\":\"" + PASSWORD + "\"}";
        wire.exchange(Wire.request("POST", "/api/auth/password-reset", "", body));
        URI backend = administrator.server();
        return Target.atelier(backend, Bench.signIn(backend, email, PASSWORD));
    }
}
