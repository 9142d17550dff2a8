package org.atelier.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.atelier.audit.Actor;
import org.atelier.database.DatabaseReady;
import org.junit.jupiter.api.Test;

/** What a kill or a stop leaves of a backup, and the first start on one that was restored. */
class BackupLeftoversTest extends BackupsFixture {
    @Test
    void whatAKillLeftIsAFailureOfWhoeverAskedForItAndTakesNoRoom() throws Exception {
        var who = UUID.randomUUID();
        var left = data.resolve("backups/making-20261127-010203");
        Files.writeString(Files.createDirectories(left.resolve("media/ab")).resolve("half"), "half");
        BackupFolder.write(left, Failure.unfinished("20261127-010203", MadeBy.PERSON, Optional.of(who), now));
        Files.createDirectories(data.resolve("backups/making-20261127-010204"));
        Files.createDirectories(data.resolve("backups/going-20261126-010203/media"));
        assertThat(backups.list()).isEmpty();
        now = now.plusSeconds(60);

        watch.cleanUp();

        assertThat(backups.list()).singleElement().satisfies(view -> {
            assertThat(view.id()).isEqualTo("20261127-010203");
            assertThat(view.state()).isEqualTo(BackupView.State.FAILED);
            assertThat(view.madeBy()).isEqualTo(MadeBy.PERSON);
            assertThat(view.user().orElseThrow().id()).isEqualTo(who);
            assertThat(view.finishedAt()).contains(now);
            assertThat(view.error())
                    .hasValueSatisfying(problem ->
                            assertThat(problem.path("detail").asText()).contains("ended while"));
        });
        try (var files = Files.walk(data.resolve("backups"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
        assertThat(data.resolve(RequestFile.ANSWER)).doesNotExist();
        assertThat(told()).containsExactly("backup.failed");
    }

    @Test
    void whoeverWaitsForACommandIsToldThatTheServerEnded() throws Exception {
        var left = Files.createDirectories(data.resolve("backups/making-20261127-010203"));
        BackupFolder.write(left, Failure.unfinished("20261127-010203", MadeBy.COMMAND, Optional.empty(), now));
        watch.cleanUp();
        assertThat(Files.readString(data.resolve(RequestFile.ANSWER))).startsWith("failed The server ended");
    }

    @Test
    void aStopLeavesWhatTheNextStartFinds() throws Exception {
        for (int i = 0; i < 30; i++) {
            file();
        }
        var ended = new CompletableFuture<BackupView>();
        backups.begin(MadeBy.SCHEDULE, Actor.system(), ended::complete);
        backups.stop(new Object());
        ended.get(60, TimeUnit.SECONDS);
        restart();
        watch.cleanUp();
        var made = make(MadeBy.PERSON);
        assertThat(made.state()).isEqualTo(BackupView.State.COMPLETE);
        assertThat(backups.list()).hasSize(2).noneMatch(one -> one.state() == BackupView.State.RUNNING);
        isWhole(backups.place(made.id()));
    }

    @Test
    void theFirstStartOnARestoredBackupIsInTheAudit() throws Exception {
        var made = make(MadeBy.PERSON);
        Files.copy(backups.place(made.id()).resolve("manifest.json"), data.resolve("manifest.json"));
        try {
            watch.start(new DatabaseReady(database, true));
        } finally {
            watch.stop(new Object());
        }
        assertThat(told()).containsExactly("backup.made", "backup.restored " + made.id());
    }
}
