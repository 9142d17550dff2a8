package org.atelier.auth;

import java.time.Instant;
import java.util.UUID;

/** What an access token says once its signature has been checked; the role is not in it, because it may change. */
record Access(UUID userId, UUID sessionId, Instant expiresAt) {}
