package org.atelier.backup;

import java.time.Instant;

/** A backup that did not come about; {@code failure.json}. */
record Failure(String id, MadeBy madeBy, Instant startedAt, Instant endedAt, String reason) {}
