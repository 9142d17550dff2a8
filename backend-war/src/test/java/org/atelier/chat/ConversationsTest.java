package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.web.Caller;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.atelier.web.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConversationsTest {
    private final Caller ada = somebody();
    private final Caller eve = somebody();

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aConversationComesBackAsItWasStored(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database);
            var made = conversations.create(
                    ada, Rows.wishes("Larks", Optional.of("demo/finch"), Optional.of("Be brief.")));
            assertThat(conversations.owned(ada, made.id())).isEqualTo(made);
            var bare = conversations.create(ada, Rows.wishes("", Optional.empty(), Optional.empty()));
            assertThat(conversations.owned(ada, bare.id())).isEqualTo(bare);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aForeignConversationIsAsAbsentAsOneThatNeverWas(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database);
            var made = conversations.create(ada, Rows.wishes("Larks", Optional.empty(), Optional.empty()));
            assertAbsent(() -> conversations.owned(eve, made.id()));
            assertAbsent(() -> conversations.restore(eve, made.id()));
            assertAbsent(() -> conversations.owned(eve, UUID.randomUUID()));
            assertThat(titles(database, eve)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aDeletedConversationIsHiddenUntilItIsRestored(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database);
            var made = conversations.create(ada, Rows.wishes("Larks", Optional.empty(), Optional.empty()));
            conversations.delete(ada, made.id());
            assertAbsent(() -> conversations.owned(ada, made.id()));
            assertThat(titles(database, ada)).isEmpty();
            conversations.restore(ada, made.id());
            assertThat(conversations.owned(ada, made.id())).isEqualTo(made);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void whatIsSavedAndWhereTheHeadIsCanBeChangedManyTimes(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database);
            var made = conversations.create(ada, Rows.wishes("", Optional.of("a"), Optional.of("Be brief.")));
            conversations.owned(ada, made.id());
            turn(database, conversations, Rows.answer(made.id(), UUID.randomUUID(), "b"), "first");
            var last = Rows.answer(made.id(), UUID.randomUUID(), "c");
            turn(database, conversations, last, "second");
            var moved = conversations.owned(ada, made.id());
            assertThat(moved).isEqualTo(new Conversations(database).owned(ada, made.id()));
            assertThat(moved.headId()).contains(last.id());
            assertThat(moved.model()).contains("c");
            assertThat(moved.title()).isEqualTo("first");
            assertThat(moved.updatedAt()).isAfter(made.updatedAt());
            conversations.change(ada, made.id(), now -> pinned(now, "third"));
            var saved = conversations.owned(ada, made.id());
            assertThat(saved.title()).isEqualTo("third");
            assertThat(saved.pinned()).isTrue();
            assertThat(saved.system()).isEmpty();
            assertThat(saved.temperature()).contains(1.25);
            assertThat(saved.maxTokens()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aChangeKeepsWhatHappensToTheConversationAtTheSameTime(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database);
            var made = conversations.create(ada, Rows.wishes("", Optional.empty(), Optional.empty()));
            var answer = Rows.answer(made.id(), UUID.randomUUID(), "b");
            var early = new AtomicBoolean(true);
            conversations.change(ada, made.id(), seen -> {
                if (early.getAndSet(false)) {
                    turn(database, conversations, answer, "by its first message");
                }
                return pinned(seen, seen.title());
            });
            var changed = conversations.owned(ada, made.id());
            assertThat(changed.pinned()).isTrue();
            assertThat(changed.headId()).contains(answer.id());
            assertThat(changed.model()).contains("b");
            assertThat(changed.title()).isEqualTo("by its first message");
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void nobodyChangesAForeignConversation(DataSource source) {
        try (var database = new Database(source)) {
            var conversations = new Conversations(database);
            var made = conversations.create(ada, Rows.wishes("Larks", Optional.empty(), Optional.empty()));
            assertAbsent(() -> conversations.change(eve, made.id(), seen -> pinned(seen, "Mine")));
            assertThat(conversations.owned(ada, made.id())).isEqualTo(made);
        }
    }

    private void turn(Database database, Conversations conversations, MessageRow answer, String title) {
        database.append(Conversations.turn(answer, title));
        conversations.inUse().turned(ada.userId(), answer, title);
    }

    /** Pinned, renamed, without system text. */
    private static Conversation pinned(Conversation now, String title) {
        return new Conversation(
                now.id(),
                title,
                now.model(),
                Optional.empty(),
                Optional.of(1.25),
                Optional.empty(),
                true,
                now.headId(),
                now.createdAt(),
                now.updatedAt());
    }

    private static List<String> titles(Database database, Caller caller) {
        return new ConversationList(new Conversations(database), NoSearch.YET, database)
                .of(caller, Optional.empty(), PageRequest.of(null, null, 3)).items().stream()
                        .map(one -> one.conversation().title())
                        .toList();
    }

    private static void assertAbsent(Runnable read) {
        assertThatThrownBy(read::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo(ProblemType.NOT_FOUND));
    }

    private static Caller somebody() {
        return new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());
    }
}
