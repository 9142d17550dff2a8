package org.atelier.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A backup as administrators see it.
 *
 * @param user who asked for it; null: the clock or a command
 * @param bytes of all its files; those that it shares with an earlier backup take room once
 * @param done bytes that are copied, while it is being made
 * @param toDo bytes that will be copied, as far as that is known
 * @param error a problem document: what went wrong and what to do
 */
public record BackupView(
        String id,
        State state,
        MadeBy madeBy,
        Optional<Maker> user,
        Instant createdAt,
        Optional<Instant> finishedAt,
        long files,
        long bytes,
        long missing,
        Optional<Long> done,
        Optional<Long> toDo,
        Optional<JsonNode> error) {

    public enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("complete")
        COMPLETE,
        @JsonProperty("failed")
        FAILED
    }

    /** @param email null: gone meanwhile */
    public record Maker(UUID id, Optional<String> email) {
        static Optional<Maker> of(Optional<UUID> userId) {
            return userId.map(id -> new Maker(id, Optional.empty()));
        }
    }

    /** @param emails of those who are still there */
    BackupView named(Function<UUID, Optional<String>> emails) {
        return new BackupView(
                id,
                state,
                madeBy,
                user.map(maker -> new Maker(maker.id(), emails.apply(maker.id()))),
                createdAt,
                finishedAt,
                files,
                bytes,
                missing,
                done,
                toDo,
                error);
    }

    static BackupView of(Manifest whole) {
        return new BackupView(
                whole.id(),
                State.COMPLETE,
                whole.madeBy(),
                Maker.of(whole.userId()),
                whole.startedAt(),
                Optional.of(whole.finishedAt()),
                whole.files(),
                whole.bytes(),
                whole.missing(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static BackupView of(Failure failed) {
        return new BackupView(
                failed.id(),
                State.FAILED,
                failed.madeBy(),
                Maker.of(failed.userId()),
                failed.startedAt(),
                Optional.of(failed.endedAt()),
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(failed.error()));
    }

    /** @param begun what it is until it is whole */
    static BackupView running(Failure begun, Progress progress) {
        return new BackupView(
                begun.id(),
                State.RUNNING,
                begun.madeBy(),
                Maker.of(begun.userId()),
                begun.startedAt(),
                Optional.empty(),
                0,
                0,
                0,
                Optional.of(progress.done()),
                Optional.of(progress.toDo()),
                Optional.empty());
    }
}
