package org.atelier.frontend.backend;

/** What a sign-in or a refresh answers; {@code expiresIn} counts seconds. */
public record Tokens(String accessToken, long expiresIn, String refreshToken, long refreshExpiresIn, Person user) {

    @Override
    public String toString() {
        return "Tokens[masked]";
    }
}
