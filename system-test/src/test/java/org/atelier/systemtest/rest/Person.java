package org.atelier.systemtest.rest;

import java.util.Map;
import java.util.UUID;

/** Somebody whose credentials a test knows. */
public record Person(Map<String, String> who, Api api) {
    private static final String PASSWORD = "a long enough phrase";

    /** Made by an administrator and opened by the link: however many a test needs, no throttle counts them. */
    public static Person madeBy(Api administrator) {
        var who = Map.of("email", "person-" + UUID.randomUUID() + "@example.org", "password", PASSWORD);
        var made = administrator
                .post("/api/users", Map.of("email", who.get("email")))
                .expect(201)
                .json();
        var token = made.path("password_reset").path("path").asText().replaceFirst(".*token=", "");
        var anonymous = Api.anonymous(administrator.server());
        anonymous
                .post("/api/auth/password-reset", Map.of("token", token, "new_password", PASSWORD))
                .expect(204);
        return new Person(who, signIn(anonymous, who));
    }

    private static Api signIn(Api anonymous, Map<String, String> who) {
        return anonymous.as(anonymous.signIn(who).json().path("access_token").asText());
    }

    /** @return the same person, signed in once more */
    public Api elsewhere() {
        return with(who.get("password"));
    }

    /** @return the same person, signed in with another password */
    public Api with(String password) {
        return signIn(Api.anonymous(api.server()), Map.of("email", who.get("email"), "password", password));
    }

    public String id() {
        return api.get("/api/users/me").expect(200).json().path("id").asText();
    }
}
