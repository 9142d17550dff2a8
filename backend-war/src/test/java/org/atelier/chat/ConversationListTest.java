package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.web.Caller;
import org.atelier.web.Page;
import org.atelier.web.PageRequest;
import org.atelier.web.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person finds in the list, and in which order. */
class ConversationListTest {
    private final Caller ada = new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void theListIsReadPageByPageThePinnedFirstThenThoseUsedLast(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database);
            for (int i = 1; i <= 5; i++) {
                create(conversations, "number " + i);
            }
            var second = read(database, Optional.empty(), null).items().get(3).conversation();
            pin(conversations, second);
            var first = read(database, Optional.empty(), null);
            assertThat(titles(first)).containsExactly("number 2", "number 5", "number 4", "number 3");
            var rest = read(database, Optional.empty(), first.nextCursor());
            assertThat(titles(rest)).containsExactly("number 1");
            assertThat(rest.nextCursor()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aPageGoesOnAmongThePinnedOnes(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database);
            for (int i = 1; i <= 6; i++) {
                pin(conversations, create(conversations, "number " + i));
            }
            create(conversations, "number 7");
            var first = read(database, Optional.empty(), null);
            assertThat(titles(first)).containsExactly("number 6", "number 5", "number 4", "number 3");
            assertThat(titles(read(database, Optional.empty(), first.nextCursor())))
                    .containsExactly("number 2", "number 1", "number 7");
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aSearchFindsTitlesAndMessagesWithoutTakingSignsForWildcards(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database);
            create(conversations, "All about LARKS");
            var other = create(conversations, "100% sure");
            database.append(Messages.row(Rows.question(other.id(), Optional.empty(), "Do larks sing?")));
            assertThat(titles(read(database, Optional.of("Larks"), null)))
                    .containsExactly("100% sure", "All about LARKS");
            assertThat(titles(read(database, Optional.of("0%"), null))).containsExactly("100% sure");
            assertThat(titles(read(database, Optional.of("_"), null))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aSearchShowsWhereTheNewestMatchIs(DataSource source) {
        try (var database = new Database(source)) {
            var made = create(new Conversations(database), "Birds");
            var question = Rows.question(made.id(), Optional.empty(), "Do larks sing?");
            var answer = Rows.answer(made.id(), question.id(), "demo/finch");
            database.append(Messages.row(question), Messages.row(answer));
            assertThat(excerpts(database, "LARKS")).containsExactly(Optional.of("Do larks sing?"));
            database.append(Messages.row(
                    Rows.question(made.id(), Optional.empty(), "x".repeat(100) + " larks " + "y".repeat(300))));
            assertThat(excerpts(database, "larks").get(0).orElseThrow())
                    .hasSize(160)
                    .startsWith("xxx")
                    .contains(" larks yyy");
            assertThat(excerpts(database, "birds")).containsExactly(Optional.empty());
        }
    }

    private Conversation create(Conversations conversations, String title) {
        return conversations.create(ada, Rows.wishes(title, Optional.empty(), Optional.empty()));
    }

    private void pin(Conversations conversations, Conversation one) {
        conversations.change(
                ada,
                one.id(),
                now -> new Conversation(
                        now.id(),
                        now.title(),
                        now.model(),
                        now.system(),
                        now.temperature(),
                        now.maxTokens(),
                        true,
                        now.headId(),
                        now.createdAt(),
                        now.updatedAt()));
    }

    private Page<ConversationList.Listed> read(Database database, Optional<String> text, String cursor) {
        return new ConversationList(new Conversations(database), NoSearch.YET, database)
                .of(ada, text, PageRequest.of("4", cursor, ConversationList.KEY_COLUMNS));
    }

    private List<Optional<String>> excerpts(Database database, String text) {
        return read(database, Optional.of(text), null).items().stream()
                .map(ConversationList.Listed::excerpt)
                .toList();
    }

    private static List<String> titles(Page<ConversationList.Listed> page) {
        return page.items().stream().map(one -> one.conversation().title()).toList();
    }
}
