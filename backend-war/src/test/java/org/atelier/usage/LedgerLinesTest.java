package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.users.Users;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an administrator sees of single calls and says about those that nobody knows the end of. */
class LedgerLinesTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    @TempDir
    private Path folder;

    private final List<LedgerSettled> told = new ArrayList<>();

    private LedgerFixture books(DataSource source) {
        return new LedgerFixture(source, folder.resolve("intents.log"));
    }

    private LedgerLines lines(LedgerFixture books) {
        return new LedgerLines(books.database, books.ledger, new Users(), told::add);
    }

    private static LedgerFilter filter(String outcome, String settled, String kind) {
        return new LedgerFilter(null, null, kind, outcome, settled, null, null);
    }

    private static Purpose costing(Kind kind, UUID job) {
        return new Purpose(
                LedgerFixture.PERSON,
                kind,
                kind == Kind.TEXT ? Route.CHAT : Route.IMAGE,
                Optional.empty(),
                Optional.of(job),
                Optional.of(new BigDecimal("0.25")),
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void pagesHoldEveryLineOnceTheNewestFirst(DataSource source) {
        try (var books = books(source)) {
            for (int call = 0; call < 7; call++) {
                books.open(LedgerFixture.CHAT).ended(LedgerFixture.completed("0.1"));
            }
            books.awaitLines(7);
            var seen = new ArrayList<LineView>();
            String cursor = null;
            do {
                var page = lines(books).list(filter(null, null, null), PageRequest.of("3", cursor, 2));
                seen.addAll(page.items());
                cursor = page.nextCursor();
            } while (cursor != null);
            assertThat(new HashSet<>(seen)).hasSize(7).hasSameSizeAs(seen);
            assertThat(seen).extracting(LineView::openedAt).isSortedAccordingTo((one, other) -> other.compareTo(one));
            assertThat(seen.get(0).counted().toString()).isEqualTo("0.1");
            assertThat(seen.get(0).settleable()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatNobodyKnowsIsFoundAndSettledOnceAndCountsAtOnce(DataSource source) {
        try (var books = books(source)) {
            var job = Database.newId();
            books.open(LedgerFixture.CHAT).ended(LedgerFixture.completed("0.1"));
            books.open(LedgerFixture.CHAT).ended(LedgerFixture.refused());
            books.open(costing(Kind.IMAGE, job)).ended(LedgerFixture.unknown());
            books.awaitLines(3);
            assertThat(books.spent()).isEqualByComparingTo("0.35");

            var unknown = lines(books).list(filter("unknown", "false", null), PageRequest.of(null, null, 2));
            assertThat(unknown.items()).singleElement().satisfies(line -> {
                assertThat(line.settleable()).isTrue();
                assertThat(line.cost()).isNull();
                assertThat(line.counted().toString()).isEqualTo("0.25");
                assertThat(line.job()).isEqualTo(job);
            });
            var id = unknown.items().get(0).id();

            var settled = lines(books).settle(id, new BigDecimal("0.04"));

            assertThat(settled.cost().toString()).isEqualTo("0.04");
            assertThat(settled.outcome()).isEqualTo("unknown");
            assertThat(books.spent()).isEqualByComparingTo("0.14");
            assertThat(told).containsExactly(new LedgerSettled(job, new BigDecimal("0.04")));
            assertThat(lines(books)
                            .list(filter("unknown", "false", null), PageRequest.of(null, null, 2))
                            .items())
                    .isEmpty();
            assertThatThrownBy(() -> lines(books).settle(id, BigDecimal.ONE)).isInstanceOf(Problem.class);
            assertThat(books.spent()).isEqualByComparingTo("0.14");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsNotOpenCannotBeSettled(DataSource source) {
        try (var books = books(source)) {
            books.open(costing(Kind.VIDEO, Database.newId())).ended(LedgerFixture.accepted());
            books.open(costing(Kind.TEXT, Database.newId())).ended(LedgerFixture.refused());
            books.awaitLines(2);
            for (var line : books.lines()) {
                assertThatThrownBy(() -> lines(books).settle((UUID) line.get("id"), BigDecimal.ONE))
                        .isInstanceOf(Problem.class);
            }
            assertThatThrownBy(() -> lines(books).settle(UUID.randomUUID(), BigDecimal.ONE))
                    .isInstanceOf(Problem.class);
            assertThat(books.spent()).isEqualByComparingTo("0.25");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void filtersNarrowTheList(DataSource source) {
        try (var books = books(source)) {
            books.open(costing(Kind.TEXT, Database.newId())).ended(LedgerFixture.completed("1"));
            books.open(costing(Kind.IMAGE, Database.newId())).ended(LedgerFixture.completed("1"));
            books.awaitLines(2);
            assertThat(found(books, filter(null, null, "image"))).isEqualTo(1);
            assertThat(found(books, filter(null, "true", null))).isEqualTo(2);
            assertThat(found(books, new LedgerFilter(null, "demo/finch", null, null, null, null, null)))
                    .isEqualTo(2);
            assertThat(found(books, new LedgerFilter(null, "none", null, null, null, null, null)))
                    .isZero();
            assertThat(found(books, new LedgerFilter(UUID.randomUUID().toString(), null, null, null, null, null, null)))
                    .isZero();
            assertThat(found(books, new LedgerFilter(null, null, null, null, null, "2001-01-01", "2001-12-31")))
                    .isZero();
            assertThat(found(books, new LedgerFilter(null, null, null, null, null, "2001-01-01", null)))
                    .isEqualTo(2);
            assertThatThrownBy(() -> found(books, filter("lost", null, null))).isInstanceOf(Problem.class);
        }
    }

    private int found(LedgerFixture books, LedgerFilter filter) {
        return lines(books).list(filter, PageRequest.of(null, null, 2)).items().size();
    }
}
