package org.atelier.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.atelier.audit.Actor;
import org.atelier.database.Database;
import org.atelier.database.SyncedLog;
import org.atelier.database.Table;
import org.atelier.web.Problem;
import org.junit.jupiter.api.Test;

class BackupsTest extends BackupsFixture {
    /** Rows, journal and files that change all the time: whatever is seen, it is one moment. */
    @Test
    void aBackupUnderLoadIsOneMoment() throws Exception {
        var stop = new AtomicBoolean();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var firstFiles = new CompletableFuture<Void>();
        var journal = new SyncedLog(data.resolve("intents.log"));
        var threads = new ArrayList<Thread>();
        threads.add(loop(stop, failures, () -> {
            // As the ledger does: announced and synced, then its line.
            var id = Database.newId();
            journal.append(id.toString()).join();
            database.append(
                    Table.of("account_erasure", "account_id", "begun_at").row(id, Instant.now()));
        }));
        threads.add(loop(stop, failures, () -> {
            var some = new ArrayList<UUID>();
            for (int i = 0; i < 5; i++) {
                some.add(file());
            }
            firstFiles.complete(null);
            media.erase(some.subList(0, 4));
        }));
        firstFiles.get(60, TimeUnit.SECONDS);
        var made = new ArrayList<BackupView>();
        for (int i = 0; i < 6; i++) {
            now = now.plusSeconds(60);
            made.add(make(MadeBy.PERSON));
        }
        stop.set(true);
        for (var thread : threads) {
            thread.join();
        }
        journal.close();
        assertThat(failures).isEmpty();
        for (var one : made) {
            assertThat(one.state()).as(() -> one.toString()).isEqualTo(BackupView.State.COMPLETE);
            assertThat(one.missing()).isZero();
            isWhole(backups.place(one.id()));
        }
        assertThat(backups.list()).hasSize(6);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static Thread loop(AtomicBoolean stop, ConcurrentLinkedQueue<Throwable> failures, Step step) {
        var thread = new Thread(() -> {
            try {
                while (!stop.get()) {
                    step.run();
                }
            } catch (Throwable failed) {
                failures.add(failed);
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void filesOfAnEarlierBackupTakeNoRoomAgain() throws Exception {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 40; i++) {
            ids.add(file());
        }
        media.erase(ids.subList(30, 40));
        var first = make(MadeBy.PERSON);
        media.erase(ids.subList(20, 30));
        for (int i = 0; i < 10; i++) {
            file();
        }
        now = now.plusSeconds(60);
        var second = make(MadeBy.PERSON);
        var sums = sums(second);
        for (var id : ids.subList(0, 20)) {
            for (var file : media.files(id)) {
                var name = "media/" + data.resolve("media").relativize(file);
                var one = backups.place(first.id()).resolve(name);
                var other = backups.place(second.id()).resolve(name);
                assertThat(Files.isSameFile(one, other)).isTrue();
                assertThat(Files.isSameFile(one, file)).isFalse();
                assertThat(sums.get(name)).isEqualTo(sums(first).get(name));
            }
        }
        backups.delete(first.id(), Actor.system());
        isWhole(backups.place(second.id()));
        assertThat(backups.list()).extracting(BackupView::id).containsExactly(second.id());
    }

    /** @return each file with its checksum, compared with what the file has */
    private Map<String, String> sums(BackupView backup) throws Exception {
        var sums = new TreeMap<String, String>();
        var folder = backups.place(backup.id());
        for (var line : Files.readAllLines(folder.resolve(Checksums.NAME))) {
            sums.put(line.substring(66), line.substring(0, 64));
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(line.substring(66))));
            assertThat(line).startsWith(HexFormat.of().formatHex(digest));
        }
        return sums;
    }

    @Test
    void theClockMakesOneAndOnlyOne() throws Exception {
        given.put("BACKUP_AT", "01:30");
        restart();
        watch.lookAtTheClock();
        while (backups.underway().isPresent()) {
            Thread.onSpinWait();
        }
        watch.lookAtTheClock();
        assertThat(backups.underway()).isEmpty();
        assertThat(backups.list()).singleElement().satisfies(one -> {
            assertThat(one.madeBy()).isEqualTo(MadeBy.SCHEDULE);
            assertThat(one.user()).isEmpty();
            assertThat(one.state()).isEqualTo(BackupView.State.COMPLETE);
        });
    }

    @Test
    void thoseByTheClockGoByThemselvesAndThoseOfPeopleStay() throws Exception {
        given.put("BACKUP_KEEP", "2");
        restart();
        var byHand = make(MadeBy.PERSON).id();
        var ids = new ArrayList<String>();
        for (int day = 0; day < 4; day++) {
            now = now.plus(Duration.ofDays(1));
            ids.add(make(day == 1 ? MadeBy.COMMAND : MadeBy.SCHEDULE).id());
        }
        assertThat(backups.list()).extracting(BackupView::id).containsExactly(ids.get(3), ids.get(2), byHand);
    }

    @Test
    void aFolderThatCannotBeUsedIsSaid() throws Exception {
        Files.writeString(data.resolve("taken"), "a file");
        given.put("BACKUP_DIR", "taken");
        restart();
        assertThatThrownBy(() -> backups.begin(MadeBy.PERSON, Actor.system(), ended -> {}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("BACKUP_DIR");
        assertThat(backups.underway()).isEmpty();
    }

    @Test
    void aFailureIsShownAndHoldsNothingUp() throws Exception {
        Files.createDirectory(data.resolve("intents.log"));
        var failed = make(MadeBy.PERSON);
        assertThat(failed.state()).isEqualTo(BackupView.State.FAILED);
        assertThat(backups.list()).extracting(BackupView::state).containsExactly(BackupView.State.FAILED);
        Files.delete(data.resolve("intents.log"));
        var gone = file();
        media.erase(List.of(gone));
        assertThat(media.files(gone)).noneMatch(Files::exists);
        now = now.plusSeconds(60);
        assertThat(make(MadeBy.PERSON).state()).isEqualTo(BackupView.State.COMPLETE);
    }

    @Test
    void aCommandIsAnswered() throws Exception {
        Files.createFile(data.resolve(RequestFile.NAME));
        new RequestFile(data, backups).look();
        while (!Files.exists(data.resolve(RequestFile.ANSWER))) {
            Thread.onSpinWait();
        }
        assertThat(data.resolve(RequestFile.NAME)).doesNotExist();
        assertThat(Files.readString(data.resolve(RequestFile.ANSWER)))
                .startsWith("made " + data.resolve("backups") + "/");
    }
}
