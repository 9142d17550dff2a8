package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.atelier.database.DatabaseReady;
import org.atelier.events.Listener;
import org.atelier.events.Listening;
import org.atelier.events.LogText;
import org.atelier.events.PersonEvents;
import org.atelier.users.Budget;
import org.atelier.users.Budget.Period;
import org.atelier.users.Origin;
import org.atelier.users.PersonGone;
import org.atelier.users.UserFixture;
import org.atelier.users.Users;
import org.atelier.web.Money;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has used most of a budget hears of it once. */
class BudgetNoticesTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    @TempDir
    private Path folder;

    private final PersonEvents events = new PersonEvents();
    private final Users users = new Users();
    private BudgetNotices notices;

    private LedgerFixture start(DataSource source) {
        var books = new LedgerFixture(source, folder.resolve("intents.log"));
        var budgets = new Budgets(users, null, null, books.ledger, null, null);
        notices = new BudgetNotices(books.database, books.ledger, budgets, events);
        notices.start(new DatabaseReady(books.database));
        return books;
    }

    private void give(String dollars, Period period) {
        users.remember(UserFixture.withBudget(
                LedgerFixture.PERSON, Origin.REGISTERED, new Budget(Money.parse(dollars), period)));
    }

    private static void spend(LedgerFixture books, String dollars) {
        books.open(LedgerFixture.CHAT).ended(LedgerFixture.completed(dollars));
    }

    private static List<Integer> shares(Listener page) {
        return page.heard().stream()
                .map(event -> event.json().path("share").asInt())
                .toList();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void mostAndAllOfABudgetAreToldOnceEach(DataSource source) {
        give("1", Period.TOTAL);
        try (var books = start(source);
                var page = new Listener(events, LedgerFixture.PERSON)) {
            spend(books, "0.79");
            assertThat(page.heard()).isEmpty();
            spend(books, "0.02");
            spend(books, "0.01");
            var most = page.heard();
            assertThat(most).extracting(LogText.Event::name).containsExactly("budget");
            assertThat(most.get(0).json().path("share").asInt()).isEqualTo(80);
            assertThat(most.get(0).json().path("spent").asText()).isEqualTo("0.81");
            assertThat(most.get(0).json().path("left").asText()).isEqualTo("0.19");
            assertThat(most.get(0).json().path("budget").path("period").asText())
                    .isEqualTo("total");
            spend(books, "0.178");
            spend(books, "0.001");
            assertThat(shares(page)).containsExactly(80, 100);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aRestartTellsNothingAgain(DataSource source) {
        give("1", Period.TOTAL);
        try (var books = start(source);
                var page = new Listener(events, LedgerFixture.PERSON)) {
            spend(books, "0.85");
            assertThat(shares(page)).containsExactly(80);
        }
        try (var books = start(source);
                var page = new Listener(events, LedgerFixture.PERSON)) {
            notices.listening(new Listening(LedgerFixture.PERSON));
            spend(books, "0.01");
            assertThat(page.heard()).isEmpty();
            give("2", Period.TOTAL);
            spend(books, "0.8");
            assertThat(shares(page)).as("another budget").containsExactly(80);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whoDoesNotListenHearsOfItWithTheNextPageAlsoAfterARestart(DataSource source) {
        give("1", Period.TOTAL);
        try (var books = start(source)) {
            spend(books, "1");
        }
        try (var books = start(source)) {
            for (int pages = 1; pages <= 2; pages++) {
                try (var page = new Listener(events, LedgerFixture.PERSON)) {
                    notices.listening(new Listening(LedgerFixture.PERSON));
                    assertThat(shares(page)).isEqualTo(pages == 1 ? List.of(100) : List.of());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void manyCallsThatEndAtOnceTellItOnce(DataSource source) {
        give("1", Period.TOTAL);
        try (var books = start(source);
                var page = new Listener(events, LedgerFixture.PERSON)) {
            IntStream.range(0, 99).parallel().forEach(call -> spend(books, "0.01"));
            assertThat(shares(page)).containsOnlyOnce(80).doesNotContain(0);
            assertThat(shares(page).stream().filter(share -> share == 100)).hasSizeLessThan(2);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void nothingIsKeptOfSomebodyWhoIsGone(DataSource source) {
        give("1", Period.MONTH);
        try (var books = start(source)) {
            spend(books, "1");
            Awaited.until("it is kept", () -> rows(books) == 2);
            notices.forget(new PersonGone(LedgerFixture.PERSON));
            assertThat(rows(books)).isZero();
        }
    }

    private static long rows(LedgerFixture books) {
        return books.database.read(handle -> handle.createQuery("SELECT count(*) FROM budget_notice")
                .mapTo(Long.class)
                .one());
    }
}
