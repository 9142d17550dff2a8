package org.atelier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WriterTest {
    private static final Table NOTE = Table.of("note", "id", "text", "number");

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#empty")
    void oneBadUnitAmong63GoodOnesFailsAlone(DataSource source) {
        try (var database = withNotes(source)) {
            var results = inOneBatch(
                    database,
                    64,
                    number -> database.submit(handle -> handle.execute(
                            "INSERT INTO note VALUES (?, ?, ?)",
                            Database.newId(),
                            "unit " + number,
                            number == 17 ? "not a number" : number)));
            assertOnlyOneFailed(results, 17, database);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#empty")
    void oneBadRowAmong63GoodOnesFailsAlone(DataSource source) {
        try (var database = withNotes(source)) {
            var results = inOneBatch(
                    database,
                    64,
                    number -> database.submitRows(
                            List.of(NOTE.row(Database.newId(), number == 17 ? null : "row " + number, number))));
            assertOnlyOneFailed(results, 17, database);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#empty")
    void aUnitThatRefusesForItsOwnReasonLeavesNothingAndHurtsNobody(DataSource source) {
        try (var database = withNotes(source)) {
            var results = inOneBatch(
                    database,
                    64,
                    number -> database.submit(handle -> {
                        handle.execute("INSERT INTO note VALUES (?, ?, ?)", Database.newId(), "unit", number);
                        if (number == 17) {
                            throw new IllegalStateException("refused");
                        }
                        return null;
                    }));
            assertOnlyOneFailed(results, 17, database);
            assertThatThrownBy(() -> results.get(17).join()).hasRootCauseMessage("refused");
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#empty")
    void changesOfManyRowsShareAStatementAndTheLastOfARowCounts(DataSource source) {
        try (var database = withNotes(source)) {
            var ids = new ArrayList<UUID>();
            for (int i = 0; i < 64; i++) {
                ids.add(Database.newId());
                database.append(NOTE.row(ids.get(i), i == 0 ? "" : "before", i));
            }
            var change = Table.changing("note", "id", "text", "number").keeping("text");
            inOneBatch(
                            database,
                            128,
                            number -> database.submitRows(List.of(change.row(ids.get(number % 64), "after", number))))
                    .forEach(CompletableFuture::join);
            assertThat(notes(database))
                    .contains("after 64", "before 65", "before 127")
                    .hasSize(64);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#empty")
    void aUnitAndItsRowsAreStoredBothOrNeither(DataSource source) {
        try (var database = withNotes(source)) {
            assertThatThrownBy(() -> database.write(
                            handle -> {
                                throw new IllegalStateException("refused");
                            },
                            List.of(NOTE.row(Database.newId(), "beside it", 1))))
                    .hasMessage("refused");
            assertThatThrownBy(() -> database.write(
                            handle -> handle.execute("INSERT INTO note VALUES (?, ?, ?)", Database.newId(), "unit", 1),
                            List.of(NOTE.row(Database.newId(), null, 1))))
                    .isInstanceOf(Exception.class);
            assertThat(count(database)).isZero();
            database.write(
                    handle -> handle.execute("INSERT INTO note VALUES (?, ?, ?)", Database.newId(), "unit", 1),
                    List.of(NOTE.row(Database.newId(), "row", 2)));
            assertThat(notes(database)).containsExactlyInAnyOrder("unit 1", "row 2");
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#empty")
    void rowsOfOneAppendAreAllStoredOrNone(DataSource source) {
        try (var database = withNotes(source)) {
            var id = Database.newId();
            assertThatThrownBy(() -> database.append(NOTE.row(id, "first", 1), NOTE.row(id, "same key", 2)))
                    .isInstanceOf(Exception.class);
            assertThat(count(database)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#empty")
    void whatWaitsIsWrittenBeforeTheWriterStops(DataSource source) {
        var database = withNotes(source);
        var results = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < 500; i++) {
            results.add(database.submitRows(List.of(NOTE.row(Database.newId(), "last words", i))));
        }
        database.close();
        assertThat(results).allSatisfy(result -> assertThat(result).isCompleted());
        assertThat(count(database)).isEqualTo(500);
        assertThatThrownBy(() -> database.append(NOTE.row(Database.newId(), "too late", 1)))
                .isInstanceOf(DatabaseBusy.class);
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#empty")
    void idsAndTimesComeBackAsTheyWere(DataSource source) {
        try (var database = withNotes(source)) {
            var id = Database.newId();
            database.append(NOTE.row(id, "ä€😀", 7));
            UUID found = database.read(handle -> handle.createQuery("SELECT id FROM note WHERE id = :id")
                    .bind("id", id)
                    .mapTo(UUID.class)
                    .one());
            assertThat(found).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#empty")
    void rowsSharedByManyCallersKeepEveryValueAndEveryGap(DataSource source) {
        var every = Table.of("every", "number", "id", "text", "big", "money", "flag", "time");
        try (var database = new Database(source)) {
            database.write(
                    handle -> handle.execute("CREATE TABLE every (number INTEGER PRIMARY KEY, id UUID, text VARCHAR,"
                            + " big BIGINT, money DECIMAL(18, 10), flag BOOLEAN, time TIMESTAMPTZ)"));
            var texts =
                    List.of("", "NULL", "null", "{a,b}", "[1, 2]", "say \"so\", don't \\ x", "ä€😀\n\t\u0001", "a, b");
            var id = Database.newId();
            var time = Instant.parse("2026-02-28T23:59:59.123456Z");
            inOneBatch(database, 64, number -> {
                boolean gap = number % 3 == 0;
                return database.submitRows(List.of(every.row(
                        number,
                        gap ? null : id,
                        gap ? null : texts.get(number % texts.size()),
                        gap ? null : Long.MAX_VALUE - number,
                        gap ? null : new BigDecimal("12345678.0000000001"),
                        gap ? null : number % 2 == 0,
                        gap ? null : time)));
            });
            var found = database.read(handle -> handle.createQuery("SELECT * FROM every ORDER BY number")
                    .map((rows, context) -> Arrays.asList(
                            rows.getInt("number"),
                            rows.getObject("id", UUID.class),
                            rows.getString("text"),
                            rows.getObject("big"),
                            rows.getBigDecimal("money"),
                            rows.getObject("flag"),
                            Optional.ofNullable(rows.getObject("time", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)
                                    .orElse(null)))
                    .list());
            assertThat(found).hasSize(64);
            for (int number = 0; number < 64; number++) {
                assertThat(found.get(number))
                        .isEqualTo(
                                number % 3 == 0
                                        ? Arrays.asList(number, null, null, null, null, null, null)
                                        : Arrays.<Object>asList(
                                                number,
                                                id,
                                                texts.get(number % texts.size()),
                                                Long.MAX_VALUE - number,
                                                new BigDecimal("12345678.0000000001"),
                                                number % 2 == 0,
                                                time));
            }
        }
    }

    private interface Submission {
        CompletableFuture<?> submit(int number);
    }

    /** Holds the writer up until all wait, so that they really share a commit. */
    private static List<CompletableFuture<?>> inOneBatch(Database database, int count, Submission submission) {
        var hold = new CountDownLatch(1);
        var held = database.submit(handle -> {
            try {
                hold.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return null;
        });
        var results = new ArrayList<CompletableFuture<?>>();
        for (int number = 0; number < count; number++) {
            results.add(submission.submit(number));
        }
        hold.countDown();
        held.join();
        results.forEach(result -> result.handle((value, failure) -> null).join());
        return results;
    }

    private static void assertOnlyOneFailed(List<CompletableFuture<?>> results, int guilty, Database database) {
        for (int number = 0; number < results.size(); number++) {
            assertThat(results.get(number).isCompletedExceptionally())
                    .as("task " + number)
                    .isEqualTo(number == guilty);
        }
        assertThat(count(database)).isEqualTo(results.size() - 1);
    }

    private static long count(Database database) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM note")
                .mapTo(Long.class)
                .one());
    }

    private static Database withNotes(DataSource source) {
        var database = new Database(source);
        database.write(handle ->
                handle.execute("CREATE TABLE note (id UUID PRIMARY KEY, text VARCHAR NOT NULL, number INTEGER)"));
        return database;
    }

    private static List<String> notes(Database database) {
        return database.read(handle -> handle.createQuery("SELECT text, number FROM note")
                .map((row, context) -> row.getString("text") + " " + row.getInt("number"))
                .list());
    }
}
