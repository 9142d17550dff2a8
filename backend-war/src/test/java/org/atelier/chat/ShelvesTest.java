package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.web.Caller;
import org.atelier.web.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether what memory says of a list is what the database holds. */
class ShelvesTest {
    private static final int CHANGES = 60;
    private static final int PEOPLE_AT_WORK = 4;

    private final Caller ada = new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void afterChangesOfEveryKindSideBySideTheListIsThatOfTheDatabase(DataSource source) {
        try (var database = new Database(source)) {
            for (int seed = 1; seed <= 5; seed++) {
                var conversations = new Conversations(database);
                var made = IntStream.range(0, 8)
                        .mapToObj(number -> conversations
                                .create(ada, Rows.wishes("", Optional.empty(), Optional.empty()))
                                .id())
                        .toList();
                var random = new SplittableRandom(seed);
                var working = IntStream.range(0, PEOPLE_AT_WORK)
                        .mapToObj(number -> random.split())
                        .map(own -> CompletableFuture.runAsync(() -> work(database, conversations, made, own)))
                        .toList();
                working.forEach(CompletableFuture::join);
                assertThat(list(conversations)).isEqualTo(list(new Conversations(database)));
                conversations.inUse().forget(ada.userId());
                assertThat(list(conversations)).isEqualTo(list(new Conversations(database)));
            }
        }
    }

    private void work(Database database, Conversations conversations, List<UUID> made, SplittableRandom random) {
        for (int step = 0; step < CHANGES; step++) {
            var id = made.get(random.nextInt(made.size()));
            switch (random.nextInt(6)) {
                case 0 -> conversations.delete(ada, id);
                case 1 -> conversations.restore(ada, id);
                case 2 -> conversations.create(ada, Rows.wishes("new", Optional.empty(), Optional.empty()));
                case 3 -> list(conversations);
                default -> {
                    var answer = Rows.answer(id, UUID.randomUUID(), "demo/finch");
                    database.append(Conversations.turn(answer, "by its first message"));
                    conversations.inUse().turned(ada.userId(), answer, "by its first message");
                }
            }
        }
    }

    private List<Conversation> list(Conversations conversations) {
        var ids = conversations
                .inUse()
                .list(ada.userId(), Optional.empty(), entry -> true)
                .map(Shelf.Entry::id)
                .toList();
        return conversations.inUse().all(ada.userId(), ids);
    }
}
