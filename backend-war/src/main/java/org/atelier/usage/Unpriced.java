package org.atelier.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A ledger line that does not know its cost, although the provider may. @param counted what counts as spent until then */
record Unpriced(
        UUID id, UUID userId, Optional<UUID> keyId, String generationId, BigDecimal counted, Instant openedAt) {}
