package org.atelier.auth;

import org.atelier.users.User;

/** What a sign-in or a refresh gives; times in seconds. */
record SignedIn(
        String accessToken, String tokenType, long expiresIn, String refreshToken, long refreshExpiresIn, User user) {}
