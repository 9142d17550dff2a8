package org.atelier.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.database.Database;
import org.atelier.database.SyncedLog;
import org.atelier.database.TestDatabases;
import org.atelier.media.MediaFixture;
import org.atelier.media.MediaStore;
import org.atelier.settings.Settings;
import org.atelier.web.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An installation with a database, files and backups, and a clock that stands. */
abstract class BackupsFixture {
    @TempDir
    Path data;

    final Map<String, String> given = new HashMap<>();
    Instant now = Instant.parse("2026-11-27T02:00:00Z");
    Database database;
    MediaStore media;
    Audit audit;
    Backups backups;
    BackupWatch watch;

    @BeforeEach
    void open() {
        database = new Database(TestDatabases.migrated(TestDatabases.duckdb(data.resolve("app.db"))));
        media = MediaFixture.in(database, data);
        given.put("DATA_DIR", data.toString());
        restart();
    }

    void restart() {
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

    BackupView make(MadeBy madeBy) throws Exception {
        var ended = new CompletableFuture<BackupView>();
        backups.begin(madeBy, Actor.system(), ended::complete);
        return ended.get(60, TimeUnit.SECONDS);
    }

    UUID file() throws IOException {
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

    void isWhole(Path backup) throws Exception {
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

    /** @return the actions in the audit, those on a restored one with its id */
    List<String> told() {
        // What was told before is on disk when this is.
        database.write(handle -> null);
        return database.read(
                handle -> handle.createQuery("""
                        SELECT action || CASE WHEN action = 'backup.restored' THEN ' ' || target_id ELSE '' END
                        FROM audit ORDER BY id""").mapTo(String.class).list());
    }
}
