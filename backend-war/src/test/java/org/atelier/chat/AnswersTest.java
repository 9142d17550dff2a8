package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.database.DatabaseReady;
import org.atelier.database.Row;
import org.atelier.events.PersonEvents;
import org.atelier.provider.ChatEvent;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.Usage;
import org.atelier.web.PageRequest;
import org.atelier.web.Problem;
import org.atelier.web.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers by the real client from the real demo server, kept in real databases. */
class AnswersTest {
    private final TestProvider provider = new TestProvider();
    private final List<Chat> chats = new ArrayList<>();
    private final UUID user = UUID.randomUUID();
    private final UUID conversation = UUID.randomUUID();

    @AfterEach
    void close() {
        chats.forEach(chat -> chat.answers.close());
        provider.close();
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aFinishedAnswerIsStoredWithEverythingThatIsKnownOfIt(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var chat = new Chat(database);
            var row = chat.asked("bench/chunks-50");
            var done = chat.begin(row).ended().get(10, TimeUnit.SECONDS);
            assertThat(done.status()).isEqualTo(Status.COMPLETE);
            assertThat(done.content()).isEqualTo("word ".repeat(50));
            assertThat(done.finishReason()).contains("stop");
            assertThat(done.usage().orElseThrow().completionTokens()).isEqualTo(50);
            assertThat(done.usage().orElseThrow().cost()).isPresent();
            assertThat(chat.answers.running(row.id())).isEmpty();
            assertThat(EventJson.tree(chat.transcript.shown(row))).isEqualTo(EventJson.tree(done));
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void anErrorInTheMiddleKeepsWhatHadComeAndTellsTheProblem(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var chat = new Chat(database);
            var row = chat.asked("fault/midstream-error");
            var failed = chat.begin(row).ended().get(10, TimeUnit.SECONDS);
            assertThat(failed.status()).isEqualTo(Status.FAILED);
            assertThat(failed.content()).isNotEmpty();
            var stored = chat.transcript.shown(row);
            assertThat(stored.content()).isEqualTo(failed.content());
            assertThat(stored.error().orElseThrow().get("type").asText()).isEqualTo("/api/problems/provider-failed");
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aStoppedAnswerKeepsWhatHadCome(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var chat = new Chat(database);
            var row = chat.asked("bench/chunks-200-every-100");
            var answer = chat.begin(row);
            awaitEvents(answer, 3);
            answer.endAs(Status.STOPPED);
            var stopped = answer.ended().get(10, TimeUnit.SECONDS);
            assertThat(stopped.status()).isEqualTo(Status.STOPPED);
            assertThat(stopped.content()).startsWith("word ").hasSizeLessThan(200 * 5);
            assertThat(chat.transcript.shown(row).content()).isEqualTo(stopped.content());
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void afterACrashTheAnswerIsCutAndHasWhatWasSaved(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var chat = new Chat(database);
            var row = chat.asked("bench/chunks-200-every-100");
            var answer = chat.begin(row);
            awaitEvents(answer, 4);
            var first = answer.nextPiece().orElseThrow();
            chat.store.append(first).join();
            assertThat(chat.store.holds(first)).isTrue();
            answer.pieceSaved(true);
            awaitEvents(answer, (int) answer.log().last() + 2);
            var second = answer.nextPiece().orElseThrow();
            assertThat(chat.store.holds(second)).isFalse();
            chat.store.append(second).join();

            var restarted = new Chat(database);
            restarted.answers.recover(new DatabaseReady(database));

            var cut = restarted.transcript.shown(row);
            assertThat(cut.status()).isEqualTo(Status.CUT);
            assertThat(cut.content()).isEqualTo(first.content() + second.content());
            assertThat(restarted.store.end(row.id()).orElseThrow().sizes())
                    .hasToString(first.sizes() + "," + second.sizes());
            restarted.answers.recover(new DatabaseReady(database));
            assertThat(EventJson.tree(restarted.transcript.shown(row))).isEqualTo(EventJson.tree(cut));
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void anOrderlyStopEndsAndStoresWhatRunsAndLetsNothingNewBegin(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var chat = new Chat(database);
            var row = chat.asked("bench/chunks-200-every-100");
            var answer = chat.begin(row);
            awaitEvents(answer, 2);
            chat.answers.stop(new Object());
            assertThat(answer.ended()).isCompleted();
            assertThat(chat.transcript.shown(row).status()).isEqualTo(Status.CUT);
            assertThatThrownBy(() -> chat.answers.reserve(UUID.randomUUID(), UUID.randomUUID()))
                    .isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aBranchIsReadFromItsEndAndLeavesItsSiblingsOut(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var chat = new Chat(database);
            var question = Rows.question(conversation, Optional.empty(), "What is a lark?");
            var first = Rows.answer(conversation, question.id(), "bench/chunks-50");
            var again = Rows.answer(conversation, question.id(), "bench/chunks-50");
            var next = Rows.question(conversation, Optional.of(first.id()), "And a wren?");
            chat.store(question, first, again, next);
            chat.begin(first).ended().get(10, TimeUnit.SECONDS);
            chat.begin(again).ended().get(10, TimeUnit.SECONDS);
            assertThat(chat.branches.of(conversation).branch(next.id()))
                    .containsExactly(next.id(), first.id(), question.id());
            assertThat(chat.branches.of(conversation).newestFirst())
                    .containsExactly(next.id(), again.id(), first.id(), question.id());
            assertThat(chat.transcript
                            .upTo(conversation, Optional.of(next.id()), Optional.empty())
                            .turns())
                    .extracting(Eyes.Turn::message)
                    .containsExactly(
                            ChatMessage.user("What is a lark?"),
                            ChatMessage.assistant("word ".repeat(50)),
                            ChatMessage.user("And a wren?"));

            var shown = Rows.showing(conversation, again.id());
            var page = chat.transcript.page(shown, true, PageRequest.of("1", null, 1));
            assertThat(page.items()).extracting(Message::id).containsExactly(again.id());
            page = chat.transcript.page(shown, true, PageRequest.of("1", page.nextCursor(), 1));
            assertThat(page.items()).extracting(Message::id).containsExactly(question.id());
            assertThat(page.nextCursor()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void anEndIsStoredWhateverTheProviderSays(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var chat = new Chat(database);
            var row = chat.asked("bench/chunks-50");
            var answer = chat.answers.begin(user, row);
            answer.accept(new ChatEvent.Text("a\0b"));
            answer.accept(new ChatEvent.UsageReported(
                    new Usage(1, 2, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("1E+20")), false)));
            answer.endAs(Status.STOPPED);
            var told = answer.ended().get(10, TimeUnit.SECONDS);
            assertThat(told.content()).isEqualTo("a\uFFFDb");
            assertThat(told.usage()).contains(new TokenUsage(1, 2, Optional.empty()));
            assertThat(EventJson.tree(chat.transcript.shown(row))).isEqualTo(EventJson.tree(told));
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void anEndThatIsStoredAlreadyIsToldAndFreesItsConversation(DataSource source) throws Exception {
        try (var database = new Database(source)) {
            var chat = new Chat(database);
            var row = chat.asked("bench/chunks-50");
            chat.answers.reserve(conversation, row.id());
            var before =
                    new RunningAnswer(user, row, new AnswerNews(new PersonEvents()), Rows.NO_PICTURES, ended -> {});
            before.endAs(Status.STOPPED);
            chat.store.append(before.end().orElseThrow()).join();
            var answer = chat.answers.begin(user, row);
            answer.endAs(Status.STOPPED);
            assertThat(answer.ended().get(10, TimeUnit.SECONDS).status()).isEqualTo(Status.STOPPED);
            chat.answers.reserve(conversation, UUID.randomUUID());
        }
    }

    @Test
    void oneConversationHasOneAnswerAtATime() {
        var answers = new Answers(null, null, null, null, NoSearch.YET);
        var first = UUID.randomUUID();
        answers.reserve(conversation, first);
        assertThatThrownBy(() -> answers.reserve(conversation, UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.ANSWER_IN_PROGRESS));
        answers.release(conversation, first);
        answers.reserve(conversation, UUID.randomUUID());
    }

    /** What the container would wire, on one database. */
    private final class Chat {
        final Database database;
        final AnswerStore store;
        final Messages messages;
        final Branches branches;
        final Answers answers;
        final Transcript transcript;

        Chat(Database database) {
            this.database = database;
            store = new AnswerStore(database);
            messages = new Messages(database);
            branches = new Branches(messages);
            answers = new Answers(store, branches, new AnswerNews(new PersonEvents()), null, NoSearch.YET);
            answers.start();
            transcript = new Transcript(messages, branches, store, answers);
            chats.add(this);
        }

        MessageRow asked(String model) {
            var question = Rows.question(conversation, Optional.empty(), "What is a lark?");
            var answer = Rows.answer(conversation, question.id(), model);
            store(question, answer);
            return answer;
        }

        void store(MessageRow... rows) {
            database.append(List.of(rows).stream().map(Messages::row).toArray(Row[]::new));
            List.of(rows).forEach(branches::added);
        }

        RunningAnswer begin(MessageRow row) {
            var answer = answers.begin(user, row);
            answer.producedBy(provider.client.stream(
                    TestProvider.ask(row.model().orElseThrow()), TestProvider.UNRECORDED, answer));
            return answer;
        }
    }

    private static void awaitEvents(RunningAnswer answer, int events) {
        Await.until(() -> answer.log().last() >= events);
    }
}
