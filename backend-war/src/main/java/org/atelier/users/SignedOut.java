package org.atelier.users;

import java.util.UUID;

/** Told when a sign-in has ended, here or from elsewhere: what is still being sent in its name ends too. */
public record SignedOut(UUID sessionId) {}
