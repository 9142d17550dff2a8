package org.atelier.events;

import java.util.UUID;

/** Told when a page of somebody has begun to follow the stream of events; observers must not block. */
public record Listening(UUID userId) {}
