package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.atelier.catalogue.CatalogueFixture;
import org.atelier.catalogue.StubProvider;
import org.atelier.database.TestDatabases;
import org.atelier.provider.CallOutcome.Result;
import org.atelier.provider.ProviderFailure.Charge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that tells tokens and no cost: what they come to by the listed prices counts, not what was set aside. */
class ListedPricesTest {
    @TempDir
    private Path folder;

    @Test
    void tokensCountByTheListedPricesUntilACostIsTold() throws Exception {
        try (var provider = new StubProvider();
                var books = new LedgerFixture(
                        TestDatabases.migrated(TestDatabases.duckdb()), folder.resolve("intents.log"))) {
            provider.models =
                    "[{\"id\":\"demo/finch\",\"context_length\":10000,\"pricing\":{\"prompt\":\"0.001\",\"completion\":\"0.01\"}}]";
            try (var running = new CatalogueFixture(
                    TestDatabases.migrated(TestDatabases.duckdb()),
                    Map.of("OPENROUTER_BASE_URL", provider.url().toString(), "PROVIDER_DIALECT", "openrouter"))) {
                books.ledger.estimateBy(new ListedPrices(running.catalogue));
                var aside = new Purpose(
                        LedgerFixture.PERSON,
                        Kind.TEXT,
                        Route.CHAT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BigDecimal("5")),
                        Optional.empty());

                books.open(aside)
                        .ended(LedgerFixture.outcome(Result.COMPLETED, Charge.CERTAINLY, Optional.empty(), null));
                books.awaitLines(1);

                // Seven tokens in, eleven out.
                assertThat((BigDecimal) books.only("estimate")).isEqualByComparingTo("0.117");
                assertThat(books.only("cost")).isNull();
                assertThat(books.spent()).isEqualByComparingTo("0.117");
                assertThat(books.ledger.settle((java.util.UUID) books.only("id"), BigDecimal.ONE, Outcome.COMPLETED))
                        .isTrue();
                assertThat(books.spent()).isEqualByComparingTo("1");

                books.open(aside).ended(LedgerFixture.completed("0.5"));
                books.open(aside).ended(LedgerFixture.refused());
                books.awaitLines(3);
                assertThat(books.lines())
                        .extracting(line -> line.get("estimate"))
                        .filteredOn(told -> told != null)
                        .hasSize(1);
                assertThat(books.spent()).isEqualByComparingTo("1.5");
            }
        }
    }
}
