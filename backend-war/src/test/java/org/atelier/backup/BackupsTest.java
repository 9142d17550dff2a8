package org.atelier.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.database.SyncedLog;
import org.atelier.database.Table;
import org.atelier.database.TestDatabases;
import org.atelier.media.MediaFixture;
import org.atelier.media.MediaStore;
import org.atelier.settings.Settings;
import org.atelier.web.Json;
import org.atelier.web.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    @TempDir
    private Path data;

    private final Map<String, String> given = new HashMap<>();
    private Instant now = Instant.parse("2026-11-27T02:00:00Z");
    private Database database;
    private MediaStore media;
    private Audit audit;
    private Backups backups;
    private BackupWatch watch;

    @BeforeEach
    void open() {
        database = new Database(TestDatabases.migrated(TestDatabases.duckdb(data.resolve("app.db"))));
        media = MediaFixture.in(database, data);
        given.put("DATA_DIR", data.toString());
        restart();
    }

    private void restart() {
        var settings = new Settings(name -> Optional.ofNullable(given.get(name)));
        var clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        audit = new Audit(database);
        backups = new Backups(database, media, audit, settings, clock);
        watch = new BackupWatch(backups, audit, settings, clock);
    }

    @AfterEach
    void close() throws InterruptedException {
        backups.stop(new Object());
        database.close();
    }

    private BackupView make(MadeBy madeBy) throws Exception {
        var ended = new CompletableFuture<BackupView>();
        backups.begin(madeBy, Actor.system(), ended::complete);
        return ended.get(60, TimeUnit.SECONDS);
    }

    private UUID file() throws IOException {
        var id = Database.newId();
        for (var path : media.files(id)) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, path.getFileName().toString());
        }
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO media (id, user_id, type, width, height, bytes, sha256, opaque, created_at)
                        VALUES (:id, :id, 'png', 1, 1, 36, '', true, now())""").bind("id", id).execute());
        return id;
    }

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

    private void isWhole(Path backup) throws Exception {
        var manifest = Json.MAPPER.readValue(Files.readAllBytes(backup.resolve(BackupFolder.MANIFEST)), Manifest.class);
        var journal = Set.copyOf(SyncedLog.read(backup.resolve("intents.log")));
        var named = new HashSet<String>();
        var rows = new TreeMap<String, Long>();
        var ledger = new ArrayList<String>();
        var aside = Files.copy(backup.resolve("app.db"), data.resolve("look-" + UUID.randomUUID() + ".db"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + aside);
                var statement = connection.createStatement()) {
            for (var table : manifest.rows().keySet()) {
                var count = statement.executeQuery("SELECT count(*) FROM \"" + table + "\"");
                count.next();
                rows.put(table, count.getLong(1));
            }
            var media = statement.executeQuery("SELECT id FROM media");
            while (media.next()) {
                this.media
                        .files(media.getObject(1, UUID.class))
                        .forEach(file ->
                                named.add("media/" + data.resolve("media").relativize(file)));
            }
            var settled = statement.executeQuery("SELECT account_id FROM account_erasure");
            while (settled.next()) {
                ledger.add(settled.getString(1));
            }
        }
        assertThat(rows).isEqualTo(manifest.rows());
        assertThat(journal).as("each line of before was announced").containsAll(ledger);
        var found = new HashSet<String>();
        try (var files = Files.walk(backup)) {
            files.filter(Files::isRegularFile)
                    .map(file -> backup.relativize(file).toString())
                    .filter(name -> name.startsWith("media"))
                    .forEach(found::add);
        }
        assertThat(found).as("exactly the files that the database names").isEqualTo(named);
        var lines = Files.readAllLines(backup.resolve(Checksums.NAME)).stream()
                .map(line -> line.substring(66))
                .toList();
        var all = new ArrayList<>(found);
        all.addAll(List.of("app.db", "intents.log"));
        assertThat(lines).isSorted().containsExactlyInAnyOrderElementsOf(all);
        for (var name : found) {
            assertThat(Files.readString(backup.resolve(name)))
                    .isEqualTo(backup.resolve(name).getFileName().toString());
        }
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

    /** @return the actions in the audit, those on a restored one with its id */
    private List<String> told() {
        // What was told before is on disk when this is.
        database.write(handle -> null);
        return database.read(
                handle -> handle.createQuery("""
                        SELECT action || CASE WHEN action = 'backup.restored' THEN ' ' || target_id ELSE '' END
                        FROM audit ORDER BY id""").mapTo(String.class).list());
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
