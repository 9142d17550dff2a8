package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was accepted long before it ended: its line takes its cost and its outcome when they are told. */
class LedgerSettleTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";
    private static final Purpose FILM = new Purpose(
            LedgerFixture.PERSON,
            Kind.VIDEO,
            Route.VIDEO,
            Optional.empty(),
            Optional.of(Database.newId()),
            Optional.of(new BigDecimal("0.25")),
            Optional.empty());

    @TempDir
    private Path folder;

    private LedgerFixture books(DataSource source) {
        return new LedgerFixture(source, folder.resolve("intents.log"));
    }

    private static UUID accepted(LedgerFixture books) {
        books.open(FILM).ended(LedgerFixture.accepted());
        books.awaitLines(1);
        return (UUID) books.only("id");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatWasSetAsideCountsUntilTheCostIsToldAndThenTheCost(DataSource source) {
        try (var books = books(source)) {
            var line = accepted(books);
            assertThat(books.spent()).isEqualByComparingTo("0.25");

            assertThat(books.ledger.settle(line, new BigDecimal("0.1"), Outcome.FAILED))
                    .isTrue();

            assertThat(books.spent()).isEqualByComparingTo("0.1");
            assertThat((BigDecimal) books.only("cost")).isEqualByComparingTo("0.1");
            assertThat(books.lines().get(0))
                    .containsEntry("charge", "certainly")
                    .containsEntry("outcome", "failed");
        }
        try (var restarted = books(source)) {
            assertThat(restarted.spent()).isEqualByComparingTo("0.1");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aLineIsSettledOnceHoweverManyComeAtOnce(DataSource source) {
        try (var books = books(source)) {
            var line = accepted(books);

            long settled = IntStream.rangeClosed(1, 8)
                    .parallel()
                    .filter(cents -> books.ledger.settle(line, BigDecimal.valueOf(cents, 2), Outcome.COMPLETED))
                    .count();

            assertThat(settled).isOne();
            assertThat(books.spent()).isEqualByComparingTo((BigDecimal) books.only("cost"));
            var told = books.lines();
            assertThat(books.ledger.settle(line, BigDecimal.TEN, Outcome.COMPLETED))
                    .isFalse();
            assertThat(books.lines()).isEqualTo(told);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatCostNothingAfterAllGivesBackWhatWasSetAside(DataSource source) {
        try (var books = books(source)) {
            books.ledger.settle(accepted(books), BigDecimal.ZERO, Outcome.FAILED);
            assertThat(books.spent()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatBecameOfItIsToldWithoutACostAsLongAsThereIsNone(DataSource source) {
        try (var books = books(source)) {
            var line = accepted(books);
            books.ledger.amend(line, Outcome.UNKNOWN);
            assertThat(books.only("outcome")).isEqualTo("unknown");
            assertThat(books.spent()).isEqualByComparingTo("0.25");

            books.ledger.settle(line, BigDecimal.ONE, Outcome.COMPLETED);
            books.ledger.amend(line, Outcome.FAILED);
            assertThat(books.only("outcome")).isEqualTo("completed");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void noLineAndNoAmountThatALedgerHoldsSettleNothing(DataSource source) {
        try (var books = books(source)) {
            var line = accepted(books);
            assertThat(books.ledger.settle(Database.newId(), BigDecimal.ONE, Outcome.COMPLETED))
                    .isFalse();
            assertThat(books.ledger.settle(line, new BigDecimal("-1"), Outcome.COMPLETED))
                    .isFalse();
            assertThat(books.ledger.settle(line, new BigDecimal("1E+300"), Outcome.COMPLETED))
                    .isFalse();
            assertThat(books.only("cost")).isNull();
            assertThat(books.spent()).isEqualByComparingTo("0.25");
        }
    }
}
