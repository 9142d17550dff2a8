package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.keys.ApiKeys;
import org.atelier.keys.Scope;
import org.atelier.provider.CallRecorder;
import org.atelier.users.Budget;
import org.atelier.users.Budget.Period;
import org.atelier.web.Money;
import org.atelier.web.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call with a key fits in two budgets, and its line says which key. */
class KeyBudgetTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";
    private static final UUID PERSON = LedgerFixture.PERSON;
    private static final UUID KEY = Database.newId();

    @TempDir
    private Path folder;

    private LedgerFixture books(DataSource source) {
        return new LedgerFixture(source, folder.resolve("intents.log"));
    }

    private static Optional<Budget> budget(String amount) {
        return Optional.of(new Budget(Money.parse(amount), Period.MONTH));
    }

    private static Purpose purpose(String aside, Optional<Budget> own, Optional<Budget> ofKey) {
        return new Purpose(
                PERSON,
                Kind.TEXT,
                Route.CHAT,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(aside)),
                own,
                Optional.of(new KeyShare(KEY, ofKey)));
    }

    private static BigDecimal spentWithKey(LedgerFixture books) {
        return books.ledger.spending().spent(Period.MONTH, Instant.now(), KEY, false);
    }

    private static BigDecimal left(LedgerFixture books, UUID account, Optional<Budget> budget) {
        return books.ledger.spending().left(account, budget.orElseThrow(), Instant.now());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsSpentWithAKeyCountsForBothAndAfterAStartToo(DataSource source) {
        try (var books = books(source)) {
            books.open(purpose("0.5", budget("5"), budget("1"))).ended(LedgerFixture.completed("0.25"));
            books.open(LedgerFixture.CHAT).ended(LedgerFixture.completed("1"));
            books.awaitLines(2);
            assertThat(books.lines()).extracting(line -> line.get("key_id")).containsExactly(KEY, null);
        }
        try (var books = books(source)) {
            assertThat(spentWithKey(books)).isEqualByComparingTo("0.25");
            assertThat(books.spent()).isEqualByComparingTo("1.25");
        }
    }

    /** A kill between the announcement and the line: what was set aside counts, for the key as well. */
    @ParameterizedTest
    @MethodSource(BOTH)
    void whatAKillLeftOpenCountsForTheKey(DataSource source) {
        try (var books = books(source)) {
            books.open(purpose("0.5", Optional.empty(), budget("1")));
        }
        try (var books = books(source)) {
            assertThat(books.only("outcome")).isEqualTo("unknown");
            assertThat(books.only("key_id")).isEqualTo(KEY);
            assertThat(spentWithKey(books)).isEqualByComparingTo("0.5");
            assertThat(left(books, KEY, budget("1"))).isEqualByComparingTo("0.5");
            var line = (UUID) books.only("id");
            assertThat(books.ledger.settle(line, new BigDecimal("0.1"), Outcome.COMPLETED))
                    .isTrue();
            assertThat(spentWithKey(books)).isEqualByComparingTo("0.1");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void twoHundredCallsSideBySideDoNotSpendTheLastCentTwice(DataSource source) {
        try (var books = books(source)) {
            var purpose = purpose("0.001", budget("5"), budget("0.01"));
            assertThat(granted(books, purpose)).isEqualTo(10);
            assertThat(left(books, KEY, budget("0.01"))).isZero();
            assertThat(left(books, PERSON, budget("5"))).isEqualByComparingTo("4.99");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theBudgetOfItsOwnerHoldsForAKeyThatHasMore(DataSource source) {
        try (var books = books(source)) {
            var purpose = purpose("0.001", budget("0.01"), budget("5"));
            assertThat(granted(books, purpose)).isEqualTo(10);
            assertThat(left(books, PERSON, budget("0.01"))).isZero();
            assertThat(left(books, KEY, budget("5"))).isEqualByComparingTo("4.99");
            assertThatThrownBy(() -> books.open(purpose))
                    .hasCauseInstanceOf(Problem.class)
                    .hasMessageContaining("Your budget of $0.01");
            assertThatThrownBy(() -> books.open(purpose("0.001", Optional.empty(), budget("0"))))
                    .hasCauseInstanceOf(Problem.class)
                    .hasMessageContaining("The budget of this API key");
        }
    }

    /** Calls that are open when all have asked. */
    private static long granted(LedgerFixture books, Purpose purpose) {
        var callers = Executors.newFixedThreadPool(32);
        try {
            return IntStream.range(0, 200)
                    .mapToObj(call -> CompletableFuture.supplyAsync(() -> isGranted(books, purpose), callers))
                    .toList()
                    .stream()
                    .filter(CompletableFuture::join)
                    .count();
        } finally {
            callers.shutdownNow();
        }
    }

    private static boolean isGranted(LedgerFixture books, Purpose purpose) {
        return books.opening(purpose)
                .handle((CallRecorder.PaidCall call, Throwable refused) -> call != null)
                .join();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theListOfKeysTellsWhatIsSpentAndLeft(DataSource source) {
        try (var books = books(source)) {
            var keys = new ApiKeys(Clock.systemUTC(), ended -> {});
            keys.load(new DatabaseReady(books.database));
            var key = keys.make(new ApiKeys.Wish(PERSON, "Nightly", Scope.usual(), budget("1"), Optional.empty()))
                    .key();
            var share = Optional.of(new KeyShare(key.id(), key.budget()));
            var purpose = new Purpose(
                    PERSON,
                    Kind.TEXT,
                    Route.CHAT,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    share);
            books.open(purpose).ended(LedgerFixture.completed("0.3"));
            var spent = new KeySpending(books.ledger).of(key, Instant.now());
            assertThat(spent.spent()).isEqualByComparingTo(Money.parse("0.3"));
            assertThat(spent.left().orElseThrow()).isEqualByComparingTo(Money.parse("0.7"));
            assertThat(spent.demoSpent()).isEqualByComparingTo(Money.ZERO);
            assertThat(spent.renewsAt()).isPresent();
        }
    }
}
