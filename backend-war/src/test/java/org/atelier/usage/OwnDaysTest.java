package org.atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.users.WhatGoes;
import org.atelier.web.Money;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnDaysTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource(BOTH)
    void everyDayIsThereAndOnlyTheOwnSpendingIsCounted(DataSource source) {
        try (var books = new LedgerFixture(source, folder.resolve("intents.log"))) {
            var days = new OwnDays(books.database);
            books.open(LedgerFixture.CHAT).ended(LedgerFixture.completed("1.25"));
            books.open(LedgerFixture.CHAT).ended(LedgerFixture.completed("0.5"));
            books.open(Purpose.text(Database.newId(), Route.CHAT)).ended(LedgerFixture.completed("7"));
            books.awaitLines(3);
            // Midnight may have come in between.
            var made = books.database.read(handle -> handle.createQuery("SELECT min(opened_at) FROM ledger")
                    .mapTo(Instant.class)
                    .one());

            var month = days.last(30, LedgerFixture.PERSON, made);

            assertThat(month).hasSize(30);
            var today = month.get(29);
            assertThat(today.day()).isEqualTo(LocalDate.ofInstant(made, ZoneOffset.UTC));
            assertThat(today.spent().amount()).isEqualByComparingTo("1.75");
            assertThat(today.demoSpent()).isEqualTo(Money.ZERO);
            assertThat(today.calls()).isEqualTo(2);
            assertThat(month.subList(0, 29))
                    .allSatisfy(day -> assertThat(day.calls()).isZero());
            assertThat(month.get(0).day()).isEqualTo(today.day().minusDays(29));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void playMoneyIsApartAndTheLinesStayWhenTheirOwnerGoes(DataSource source) {
        try (var books = new LedgerFixture(source, folder.resolve("intents.log"))) {
            var days = new OwnDays(books.database);
            books.open(LedgerFixture.CHAT).ended(LedgerFixture.completed("2"));
            books.awaitLines(1);
            books.database.write(handle -> handle.execute("UPDATE ledger SET demo = true"));
            var today = days.last(1, LedgerFixture.PERSON, Instant.now()).get(0);
            assertThat(today.spent()).isEqualTo(Money.ZERO);
            assertThat(today.demoSpent().amount()).isEqualByComparingTo("2");

            var asked = new WhatGoes(LedgerFixture.PERSON);
            days.count(asked);
            assertThat(asked.goes()).isEmpty();
            assertThat(asked.stays()).containsEntry("ledger_lines", 1L);
        }
    }
}
