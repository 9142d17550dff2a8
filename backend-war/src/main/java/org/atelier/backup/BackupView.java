package org.atelier.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * A backup as administrators see it.
 *
 * @param bytes of all its files; those that it shares with an earlier backup take room once
 * @param done bytes that are copied, while it is being made
 * @param toDo bytes that will be copied, as far as that is known
 * @param error what went wrong and what to do
 */
public record BackupView(
        String id,
        State state,
        MadeBy madeBy,
        Instant createdAt,
        Optional<Instant> finishedAt,
        long files,
        long bytes,
        long missing,
        Optional<Long> done,
        Optional<Long> toDo,
        Optional<String> error) {

    public enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("complete")
        COMPLETE,
        @JsonProperty("failed")
        FAILED
    }

    static BackupView of(Manifest whole) {
        return new BackupView(
                whole.id(),
                State.COMPLETE,
                whole.madeBy(),
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
                failed.startedAt(),
                Optional.of(failed.endedAt()),
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(failed.reason()));
    }

    static BackupView running(String id, MadeBy madeBy, Instant startedAt, Progress progress) {
        return new BackupView(
                id,
                State.RUNNING,
                madeBy,
                startedAt,
                Optional.empty(),
                0,
                0,
                0,
                Optional.of(progress.done()),
                Optional.of(progress.toDo()),
                Optional.empty());
    }
}
