package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.atelier.database.Database;
import org.atelier.provider.ChatMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of conversations in memory is what the database says. */
class BranchesTest {
    private static final String THOUGHT = "Larks are birds.";

    private final UUID conversation = UUID.randomUUID();

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void whatIsPublishedIsWhatWouldBeRead(DataSource source) {
        try (var database = new Database(source)) {
            var messages = new Messages(database);
            var branches = new Branches(messages);
            assertThat(branches.of(conversation).newestFirst()).isEmpty();
            var question = Rows.question(conversation, Optional.empty(), "What is a lark?");
            var answer = Rows.answer(conversation, question.id(), "demo/finch");
            database.append(Messages.row(question), Messages.row(answer));
            branches.added(question);
            branches.added(answer);
            assertSame(branches, new Branches(messages), question, answer);
            assertThat(branches.said(List.of(question.id(), answer.id())))
                    .extracting(Eyes.Turn::message)
                    .containsExactly(ChatMessage.user("What is a lark?"));

            var end = end(answer, "A bird.");
            new AnswerStore(database).append(end).join();
            branches.ended(answer, end);
            assertSame(branches, new Branches(messages), question, answer);
            assertThat(branches.said(List.of(question.id(), answer.id())))
                    .extracting(Eyes.Turn::message)
                    .containsExactly(ChatMessage.user("What is a lark?"), ChatMessage.assistant("A bird."));
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void anAnswerThatWasReadWhileItWasWrittenIsReadAgainWhenItHasEnded(DataSource source) {
        try (var database = new Database(source)) {
            var branches = new Branches(new Messages(database));
            var question = Rows.question(conversation, Optional.empty(), "What is a lark?");
            var answer = Rows.answer(conversation, question.id(), "demo/finch");
            database.append(Messages.row(question), Messages.row(answer));
            assertThat(branches.said(List.of(answer.id()))).isEmpty();
            new AnswerStore(database).append(end(answer, "A bird.")).join();
            assertThat(branches.said(List.of(answer.id())))
                    .extracting(Eyes.Turn::message)
                    .containsExactly(ChatMessage.assistant("A bird."));
        }
    }

    private void assertSame(Branches kept, Branches fresh, MessageRow question, MessageRow answer) {
        var both = List.of(answer.id(), question.id());
        assertThat(kept.of(conversation).newestFirst())
                .isEqualTo(both)
                .isEqualTo(fresh.of(conversation).newestFirst());
        assertThat(kept.of(conversation).branch(answer.id()))
                .isEqualTo(both)
                .isEqualTo(fresh.of(conversation).branch(answer.id()));
        assertThat(kept.said(both)).isEqualTo(fresh.said(both));
        for (var weight : Tree.Weight.values()) {
            for (int most = 0; most < 60; most++) {
                assertThat(kept.of(conversation).fitting(both, weight, most))
                        .isEqualTo(fresh.of(conversation).fitting(both, weight, most));
            }
        }
    }

    private static AnswerEnd end(MessageRow answer, String content) {
        return new AnswerEnd(
                answer.id(),
                Status.COMPLETE,
                Optional.of("stop"),
                content,
                THOUGHT,
                Optional.of(1200L),
                EventSizes.parse(""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.now());
    }
}
