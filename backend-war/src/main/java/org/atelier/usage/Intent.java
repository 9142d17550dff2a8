package org.atelier.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.atelier.web.Json;

/** What is about to be paid for: one line of the journal, and the first half of the ledger line that has the same id. */
record Intent(
        UUID id,
        UUID userId,
        Kind kind,
        Route route,
        Optional<UUID> conversationId,
        Optional<UUID> messageId,
        Optional<BigDecimal> reserved,
        String model,
        int attempt,
        boolean demo,
        Instant openedAt,
        Optional<UUID> keyId) {

    /** A newer version may have written more than this one knows. */
    private static final ObjectReader READER =
            Json.MAPPER.readerFor(Intent.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final ObjectWriter WRITER = Json.MAPPER.writerFor(Intent.class);

    Intent {
        Objects.requireNonNull(id);
        Objects.requireNonNull(userId);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(route);
        Objects.requireNonNull(model);
        Objects.requireNonNull(openedAt);
        // A line of a version without keys does not have it.
        keyId = keyId == null ? Optional.empty() : keyId;
    }

    String line() {
        try {
            return WRITER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return empty when the line is none of ours, or only a part of one */
    static Optional<Intent> parse(String line) {
        try {
            return Optional.ofNullable(READER.readValue(line));
        } catch (JsonProcessingException garbage) {
            return Optional.empty();
        }
    }
}
