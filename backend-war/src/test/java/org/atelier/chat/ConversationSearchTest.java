package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.atelier.auth.SteppingClock;
import org.atelier.database.Database;
import org.atelier.database.TestDatabases;
import org.atelier.web.Caller;
import org.atelier.web.PageRequest;
import org.atelier.web.Role;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the index knows what the database holds, whenever it was stored and whatever was stopped. */
class ConversationSearchTest {
    private static final String BOTH = "org.atelier.database.TestDatabases#both";

    private final Caller ada = new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatWasStoredBeforeIsFoundAndWhatIsToldLater(DataSource source) {
        try (var database = new Database(source)) {
            var early = asked(database, "Do larks sing?");
            var search = opened(database);
            assertThat(found(search, "lark")).containsExactly(early);
            var late = conversation(database);
            var question = Rows.question(late, Optional.empty(), "And wrens?");
            var answer = Rows.answer(late, question.id(), "demo/finch");
            search.asked(ada.userId(), Optional.of(question), answer);
            search.answered(ada.userId(), answer, "Wrens too, and larks.");
            assertThat(found(search, "lark")).containsExactlyInAnyOrder(early, late);
            assertThat(found(search, "wren nightingale")).isEmpty();
            search.close();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aStartBringsWhatTheLastOneDidNotHearOf(DataSource source) {
        try (var database = new Database(source)) {
            var first = asked(database, "Do larks sing?");
            opened(database).close();
            var untold = asked(database, "Larks again");
            var search = opened(database);
            assertThat(found(search, "lark")).containsExactlyInAnyOrder(first, untold);
            search.close();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theIndexOfAnotherDatabaseIsMadeAnew(DataSource source) {
        try (var other = new Database(TestDatabases.migrated(TestDatabases.duckdb()))) {
            asked(other, "Do larks sing?");
            opened(other).close();
        }
        try (var database = new Database(source)) {
            var own = asked(database, "Larks here too");
            var search = opened(database);
            assertThat(found(search, "lark")).containsExactly(own);
            search.close();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void manyThatAreFoundComePageByPageInTheOrderOfTheList(DataSource source) {
        try (var database = new Database(source)) {
            var all = IntStream.range(0, 210)
                    .mapToObj(number -> asked(database, "Do larks sing?"))
                    .toList();
            asked(database, "Do wrens?");
            var search = opened(database);
            var list = new ConversationList(new Conversations(database), search, database);
            var first = list.of(ada, Optional.of("LARK do"), PageRequest.of("3", null, ConversationList.KEY_COLUMNS));
            var second = list.of(
                    ada, Optional.of("LARK do"), PageRequest.of("3", first.nextCursor(), ConversationList.KEY_COLUMNS));
            assertThat(first.items())
                    .extracting(one -> one.conversation().id())
                    .containsExactly(all.get(209), all.get(208), all.get(207));
            assertThat(second.items())
                    .extracting(one -> one.conversation().id())
                    .containsExactly(all.get(206), all.get(205), all.get(204));
            assertThat(second.items())
                    .extracting(ConversationList.Listed::excerpt)
                    .containsOnly(Optional.of("Do larks sing?"));
            search.close();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsPurgedIsForgotten(DataSource source) {
        try (var database = new Database(source)) {
            var clock = new SteppingClock();
            var conversations = new Conversations(database, clock);
            var gone = asked(database, "Do larks sing?");
            var search = opened(database);
            conversations.delete(ada, gone);
            assertThat(list(database, search, "lark")).isEmpty();
            conversations.restore(ada, gone);
            assertThat(list(database, search, "lark")).containsExactly(gone);
            conversations.delete(ada, gone);
            clock.step(Conversations.RESTORABLE.plusHours(2));
            new Purge(database, new Branches(new Messages(database)), search, clock).run();
            assertThat(found(search, "lark")).isEmpty();
            search.close();
        }
    }

    private ConversationSearch opened(Database database) {
        var search = new ConversationSearch(database, new SearchFeed(database));
        search.open(folder);
        Await.until(() -> search.find(ada.userId(), List.of("x")).isPresent());
        return search;
    }

    private UUID conversation(Database database) {
        return new Conversations(database)
                .create(ada, Rows.wishes("", Optional.empty(), Optional.empty()))
                .id();
    }

    private UUID asked(Database database, String words) {
        var made = conversation(database);
        database.append(Messages.row(Rows.question(made, Optional.empty(), words)));
        return made;
    }

    private Set<UUID> found(ConversationSearch search, String words) {
        return search.find(ada.userId(), List.of(words.split(" "))).orElseThrow();
    }

    private List<UUID> list(Database database, ConversationSearch search, String words) {
        return new ConversationList(new Conversations(database), search, database)
                .of(ada, Optional.of(words), PageRequest.of(null, null, ConversationList.KEY_COLUMNS)).items().stream()
                        .map(one -> one.conversation().id())
                        .toList();
    }
}
