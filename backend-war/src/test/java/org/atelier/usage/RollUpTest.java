package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.atelier.usage.UsageSums.Key;
import org.atelier.usage.UsageWish.Group;
import org.atelier.usage.UsageWish.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days that are added up say the same as the ledger's lines, whatever happened to them and when. */
class RollUpTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";
    private static final int STEPS = 120;

    @TempDir
    private Path folder;

    private LedgerFixture books(DataSource source) {
        return new LedgerFixture(source, folder.resolve("intents.log"));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whateverHappensTheSumsAreThoseOfTheLines(DataSource source) {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var history = new History(seed);
        int today = History.FIRST_DAY;
        var books = books(source);
        try {
            for (int step = 0; step < STEPS; step++) {
                history.goOn(books, today);
                today = Math.min(today + random.nextInt(20) / 19, History.FIRST_DAY + History.DAYS);
                switch (random.nextInt(12)) {
                    case 0, 1 -> new RollUp(books.database, books.ledger).catchUp(today - 1);
                    case 2 -> books.ledger.store().closedDays().closeThrough(today - 1);
                    case 3 -> storeWhatIsOld(books, history, today);
                    case 4 -> {
                        // As a kill leaves it: nothing is in memory.
                        books.close();
                        books = books(source);
                    }
                    default -> {}
                }
                if (step % 10 == 0) {
                    agrees(books, any(random), "seed " + seed + ", step " + step);
                }
            }
            agrees(books, new Range(0, 2 * History.FIRST_DAY), "seed " + seed);
            new RollUp(books.database, books.ledger).catchUp(today);
            assertThat(books.ledger.store().closedDays().stale()).isEmpty();
            agrees(books, new Range(0, 2 * History.FIRST_DAY), "seed " + seed + ", all closed");
        } finally {
            books.close();
        }
    }

    /** Between reading the lines of a day and storing their sums a line comes. */
    private static void storeWhatIsOld(LedgerFixture books, History history, int today) {
        var table = new DayTable(books.database);
        books.ledger.store().closedDays().stale().stream().findAny().ifPresent(day -> {
            var rows = table.addedUp(day.day());
            history.goOn(books, today);
            table.store(day, rows);
        });
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void linesThatComeWhileTheirDayIsAddedUpAreCounted(DataSource source) {
        int last = History.FIRST_DAY + History.DAYS;
        try (var books = books(source)) {
            var over = new AtomicBoolean();
            var adding = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    new RollUp(books.database, books.ledger).catchUp(last);
                }
            });
            IntStream.range(0, 4).parallel().forEach(number -> {
                var history = new History(number);
                for (int step = 0; step < STEPS; step++) {
                    history.goOn(books, last);
                }
            });
            over.set(true);
            adding.join();
            agrees(books, new Range(0, last), "as it is");
            new RollUp(books.database, books.ledger).catchUp(last);
            assertThat(books.ledger.store().closedDays().stale()).isEmpty();
            agrees(books, new Range(0, last), "added up once more");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void daysThatAreOverAreAskedOfTheLedgerNoMore(DataSource source) {
        try (var books = books(source)) {
            var history = new History(1);
            for (int step = 0; step < STEPS; step++) {
                history.goOn(books, History.FIRST_DAY);
            }
            new RollUp(books.database, books.ledger).catchUp(History.FIRST_DAY);
            var range = new Range(History.FIRST_DAY, History.FIRST_DAY);
            var sums = new UsageSums(books.database, books.ledger).of(Group.USER, range);
            assertThat(sums).isNotEmpty();

            books.database.write(handle -> handle.execute("DELETE FROM ledger"));

            assertThat(new UsageSums(books.database, books.ledger).of(Group.USER, range))
                    .isEqualTo(sums);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void percentilesAreExact(DataSource source) {
        try (var books = books(source)) {
            var history = new History(3);
            for (int step = 0; step < STEPS; step++) {
                history.goOn(books, History.FIRST_DAY + 2);
            }
            var range = new Range(History.FIRST_DAY, History.FIRST_DAY + 1);
            for (var group : Group.values()) {
                var expected = new HashMap<Optional<String>, Latencies.Percentiles>();
                latencies(books, group, range)
                        .forEach((name, all) ->
                                expected.put(name, new Latencies.Percentiles(share(all, 0.5), share(all, 0.95))));
                assertThat(new Latencies(books.database).of(group, range, false))
                        .isNotEmpty()
                        .isEqualTo(expected);
            }
        }
    }

    private static Map<Optional<String>, List<Long>> latencies(LedgerFixture books, Group group, Range range) {
        var took = new HashMap<Optional<String>, List<Long>>();
        for (var line : books.lines()) {
            int day = day(line);
            boolean counts =
                    line.get("outcome").equals("completed") && line.get("demo").equals(false);
            if (counts && day <= range.last() && line.get("latency_ms") instanceof Long latency) {
                took.computeIfAbsent(Optional.of(name(line, group)), name -> new ArrayList<>())
                        .add(latency);
                took.computeIfAbsent(Optional.empty(), name -> new ArrayList<>())
                        .add(latency);
            }
        }
        return took;
    }

    private static long share(List<Long> all, double share) {
        return all.stream().sorted().toList().get((int) Math.ceil(share * all.size()) - 1);
    }

    @Test
    void whatDoesNotHoldIsAskedOfTheLedgerInFewQuestions() {
        var range = new Range(10, 20);
        assertThat(UsageSums.gaps(List.of(), range)).containsExactly(range);
        assertThat(UsageSums.gaps(List.of(10, 11, 13, 14, 19), range))
                .containsExactly(new Range(12, 12), new Range(15, 18), new Range(20, 20));
        var everySecond =
                IntStream.range(0, 20).mapToObj(number -> 2 * number + 1).toList();
        assertThat(UsageSums.gaps(everySecond, new Range(1, 60))).containsExactly(new Range(2, 60));
    }

    private static Range any(Random random) {
        int first = History.FIRST_DAY - 1 + random.nextInt(History.DAYS);
        return new Range(first, first + random.nextInt(History.DAYS));
    }

    private static void agrees(LedgerFixture books, Range range, String when) {
        for (var group : Group.values()) {
            assertThat(rounded(new UsageSums(books.database, books.ledger).of(group, range)))
                    .as("by %s from %s to %s, %s", group, range.first(), range.last(), when)
                    .isEqualTo(rounded(counted(books.lines(), group, range)));
        }
    }

    /** Line by line, without any SQL. */
    private static Map<Key, UsageFigures> counted(List<Map<String, Object>> lines, Group group, Range range) {
        var sums = new HashMap<Key, UsageFigures>();
        for (var line : lines) {
            if (day(line) >= range.first() && day(line) <= range.last()) {
                sums.merge(new Key(name(line, group), (Boolean) line.get("demo")), figures(line), UsageFigures::plus);
            }
        }
        return sums;
    }

    private static int day(Map<String, Object> line) {
        return Days.of(((OffsetDateTime) time(line.get("opened_at"))).toInstant());
    }

    private static String name(Map<String, Object> line, Group group) {
        return switch (group) {
            case DAY -> Integer.toString(day(line));
            case USER -> line.get("user_id").toString();
            case MODEL -> (String) line.get("model_asked");
            case KIND -> (String) line.get("kind");
        };
    }

    private static Object time(Object value) {
        return value instanceof java.sql.Timestamp stamp ? stamp.toInstant().atOffset(java.time.ZoneOffset.UTC) : value;
    }

    private static UsageFigures figures(Map<String, Object> line) {
        var cost = (BigDecimal) line.get("cost");
        boolean open = cost == null && !line.get("charge").equals("certainly_not");
        var guess =
                line.get("estimate") == null ? (BigDecimal) line.get("reserved") : (BigDecimal) line.get("estimate");
        boolean fine = List.of("completed", "stopped").contains(line.get("outcome"));
        return new UsageFigures(
                1,
                fine ? 0 : 1,
                number(line.get("prompt_tokens")),
                number(line.get("completion_tokens")),
                cost == null ? BigDecimal.ZERO : cost,
                open && guess != null ? guess : BigDecimal.ZERO,
                open && guess == null ? 1 : 0);
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }

    private static Map<Key, UsageFigures> rounded(Map<Key, UsageFigures> sums) {
        var same = new HashMap<Key, UsageFigures>();
        sums.forEach((key, one) -> same.put(
                key,
                new UsageFigures(
                        one.calls(),
                        one.failures(),
                        one.promptTokens(),
                        one.completionTokens(),
                        one.cost().setScale(10),
                        one.estimated().setScale(10),
                        one.unknownCosts())));
        return same;
    }
}
