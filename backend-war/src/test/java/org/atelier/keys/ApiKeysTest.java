package org.atelier.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.atelier.auth.SteppingClock;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.users.Budget;
import org.atelier.users.PersonGone;
import org.atelier.users.WhatGoes;
import org.atelier.web.Money;
import org.atelier.web.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiKeysTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    private final SteppingClock clock = new SteppingClock();
    private final List<UUID> ended = new ArrayList<>();
    private final UUID anna = UUID.randomUUID();
    private final UUID eve = UUID.randomUUID();

    /** As a server that starts on what is on disk. */
    private ApiKeys started(Database database) {
        var keys = new ApiKeys(clock, ended::add);
        keys.load(new DatabaseReady(database));
        return keys;
    }

    private static ApiKeys.Wish wish(UUID person) {
        return new ApiKeys.Wish(person, "Nightly", Scope.usual(), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aKeyIsTheSameAfterAStartAndItsSecretIsNowhere(DataSource source) {
        try (var database = new Database(source)) {
            var budget = new Budget(Money.parse("0.25"), Budget.Period.DAY);
            var wanted = new ApiKeys.Wish(
                    anna,
                    "Nightly",
                    Set.of(Scope.TEXT, Scope.ADMIN),
                    Optional.of(budget),
                    Optional.of(clock.instant().plus(Duration.ofDays(3))));
            var made = started(database).make(wanted);
            var again = started(database);

            var found = again.admit(made.secret()).orElseThrow();
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("budget")
                    .isEqualTo(made.key());
            assertThat(found.budget().orElseThrow().amount()).isEqualByComparingTo(Money.parse("0.25"));
            assertThat(again.find(found.id())).contains(found);
            assertThat(made.secret().text()).startsWith(made.key().prefix()).matches("atl_[A-Za-z0-9]{44}");
            assertThat(again.admit(new KeySecret(made.secret().text() + "0"))).isEmpty();
            var stored = database.read(handle ->
                    handle.createQuery("SELECT * FROM api_key").mapToMap().list());
            assertThat(stored).hasSize(1);
            assertThat(stored.toString()).doesNotContain(made.secret().text());
            assertThat(made.toString()).doesNotContain(made.secret().text());
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsRevokedOrHasExpiredLetsNobodyIn(DataSource source) {
        try (var database = new Database(source)) {
            var keys = started(database);
            var revoked = keys.make(wish(anna));
            var brief = keys.make(new ApiKeys.Wish(
                    anna,
                    "Brief",
                    Scope.usual(),
                    Optional.empty(),
                    Optional.of(clock.instant().plusSeconds(60))));
            keys.revoke(revoked.key());
            assertThat(ended).containsExactly(revoked.key().id());
            assertThat(keys.admit(revoked.secret())).isEmpty();
            assertThat(started(database).find(revoked.key().id())).isEmpty();

            assertThat(keys.admit(brief.secret())).isPresent();
            clock.step(Duration.ofSeconds(60));
            assertThat(keys.admit(brief.secret())).isEmpty();
            assertThat(keys.of(anna)).containsExactly(brief.key());
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theLastUseIsKnownAtOnceAndWrittenOnceInSomeMinutes(DataSource source) {
        try (var database = new Database(source)) {
            var keys = started(database);
            var made = keys.make(wish(anna));
            var id = made.key().id();
            assertThat(keys.lastUsedAt(id)).isEmpty();
            keys.admit(made.secret());
            var first = clock.instant();
            clock.step(LastUses.WRITTEN_EVERY);
            keys.admit(made.secret());
            assertThat(keys.lastUsedAt(id)).contains(clock.instant());
            assertThat(writtenUse(database)).isEqualTo(first);

            clock.step(Duration.ofSeconds(1));
            keys.admit(made.secret());
            assertThat(writtenUse(database)).isEqualTo(clock.instant());
            assertThat(started(database).lastUsedAt(id)).contains(clock.instant());
        }
    }

    /** What was handed to the writer before is on disk when a unit of one's own is. */
    private static Instant writtenUse(Database database) {
        database.write(handle -> null);
        return database.read(ApiKeyTable::all).get(0).lastUsedAt().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void withAPersonOnlyTheirKeysGo(DataSource source) {
        try (var database = new Database(source)) {
            var keys = started(database);
            var annas = keys.make(wish(anna));
            var eves = keys.make(wish(eve));
            var asked = new WhatGoes(anna);
            keys.count(asked);
            assertThat(asked.goes()).containsEntry("keys", 1L);

            keys.erase(new PersonGone(anna));
            assertThat(keys.admit(annas.secret())).isEmpty();
            assertThat(ended).containsExactly(annas.key().id());
            assertThat(database.read(ApiKeyTable::all))
                    .extracting(ApiKeyTable.Kept::key)
                    .containsExactly(eves.key());
            assertThat(keys.admit(eves.secret())).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void nobodyHasKeysWithoutEnd(DataSource source) {
        try (var database = new Database(source)) {
            var keys = started(database);
            for (int i = 0; i < ApiKeys.MOST_OF_A_PERSON; i++) {
                keys.make(wish(anna));
            }
            assertThatThrownBy(() -> keys.make(wish(anna)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("Revoke one");
            assertThat(keys.make(wish(eve)).key().userId()).isEqualTo(eve);
        }
    }
}
