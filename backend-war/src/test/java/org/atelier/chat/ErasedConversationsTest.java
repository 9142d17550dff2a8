package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.database.Row;
import org.atelier.events.PersonEvents;
import org.atelier.users.PersonGone;
import org.atelier.users.WhatGoes;
import org.atelier.web.Caller;
import org.atelier.web.Problem;
import org.atelier.web.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErasedConversationsTest {
    private static final List<String> TABLES = List.of("conversation", "message", "answer_end", "answer_piece");

    private final Caller ada = new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());
    private final Caller eve = new Caller(UUID.randomUUID(), Role.USER, UUID.randomUUID());

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void nothingOfThePersonStaysAndEverythingOfTheOthers(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var desk = new Desk(database);
            desk.talk(ada, 130);
            desk.conversations.delete(ada, desk.talk(ada, 1));
            var foreign = desk.talk(eve, 2);
            assertThat(desk.whatGoes(ada)).containsEntry("conversations", 2L).containsEntry("messages", 262L);
            var before = desk.rows();

            desk.erased.erase(new PersonGone(ada.userId()));

            assertThat(desk.whatGoes(ada)).containsEntry("conversations", 0L).containsEntry("messages", 0L);
            assertThat(before).containsExactly(3L, 266L, 133L, 133L);
            assertThat(desk.rows()).containsExactly(1L, 4L, 2L, 2L);
            assertThat(desk.conversations.owned(eve, foreign).id()).isEqualTo(foreign);
            assertThat(desk.branches.of(foreign).size()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void theAnswerThatIsBeingWrittenIsEndedFirstAndMemoryForgets(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var desk = new Desk(database);
            var conversation = desk.talk(ada, 1);
            var row = Rows.answer(conversation, desk.lastQuestion, "demo/finch");
            desk.store(row);
            desk.answers.reserve(conversation, row.id());
            var running = desk.answers.begin(ada.userId(), row);
            desk.conversations.owned(ada, conversation);

            desk.erased.erase(new PersonGone(ada.userId()));

            assertThat(running.ended().get(10, TimeUnit.SECONDS).status()).isEqualTo(Status.STOPPED);
            assertThat(desk.rows()).containsOnly(0L);
            assertThat(desk.branches.of(conversation).size()).isZero();
            assertThat(desk.branches.said(List.of(desk.lastQuestion))).isEmpty();
            assertThat(desk.answers.log(conversation, row.id())).isEmpty();
            assertThatThrownBy(() -> desk.conversations.owned(ada, conversation))
                    .isInstanceOf(Problem.class);
            // Its place is free again, as it is for every conversation that never was.
            desk.answers.reserve(conversation, Database.newId());
            desk.answers.close();
        }
    }

    /** What the container would wire, on one database. */
    private static final class Desk {
        final Database database;
        final Conversations conversations;
        final Branches branches;
        final AnswerStore store;
        final Answers answers;
        final ErasedConversations erased;
        UUID lastQuestion;

        Desk(Database database) {
            this.database = database;
            conversations = new Conversations(database);
            branches = new Branches(new Messages(database));
            store = new AnswerStore(database);
            answers = new Answers(store, branches, new AnswerNews(new PersonEvents()), null, NoSearch.YET);
            answers.start();
            erased = new ErasedConversations(conversations, branches, answers, NoSearch.YET, database);
        }

        UUID talk(Caller who, int turns) {
            var id = conversations
                    .create(who, Rows.wishes("Larks", Optional.empty(), Optional.empty()))
                    .id();
            var rows = new ArrayList<MessageRow>();
            for (int turn = 0; turn < turns; turn++) {
                var question = Rows.question(id, Optional.empty(), "What is a lark?");
                var answer = Rows.answer(id, question.id(), "demo/finch");
                rows.addAll(List.of(question, answer));
                lastQuestion = question.id();
                store.append(new AnswerPiece(answer.id(), 0, "A", "", "", Conversations.now()));
                store.append(end(answer)).join();
            }
            store(rows.toArray(MessageRow[]::new));
            return id;
        }

        void store(MessageRow... rows) {
            database.append(Stream.of(rows).map(Messages::row).toArray(Row[]::new));
            Stream.of(rows).forEach(branches::added);
        }

        java.util.Map<String, Long> whatGoes(Caller who) {
            var asked = new WhatGoes(who.userId());
            erased.count(asked);
            return asked.goes();
        }

        List<Long> rows() {
            return TABLES.stream()
                    .map(table -> database.read(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                            .mapTo(Long.class)
                            .one()))
                    .toList();
        }

        private static AnswerEnd end(MessageRow answer) {
            return new AnswerEnd(
                    answer.id(),
                    Status.COMPLETE,
                    Optional.of("stop"),
                    "A bird.",
                    "",
                    Optional.empty(),
                    EventSizes.parse(""),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Conversations.now());
        }
    }
}
