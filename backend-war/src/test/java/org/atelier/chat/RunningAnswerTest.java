package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import org.atelier.events.PersonEvents;
import org.atelier.provider.ChatEvent;
import org.junit.jupiter.api.Test;

class RunningAnswerTest {
    private final RunningAnswer answer = new RunningAnswer(
            UUID.randomUUID(),
            Rows.answer(UUID.randomUUID(), UUID.randomUUID(), "demo/finch"),
            new AnswerNews(new PersonEvents()),
            Rows.NO_PICTURES,
            ended -> {});

    @Test
    void aPieceThatCouldNotBeSavedComesAgainBeforeWhatFollows() {
        answer.accept(new ChatEvent.Text("one "));
        var lost = answer.nextPiece();
        answer.accept(new ChatEvent.Text("two"));
        assertThat(answer.nextPiece()).as("while the first is being saved").isEmpty();
        answer.pieceSaved(false);
        assertThat(answer.nextPiece()).isEqualTo(lost);
        answer.pieceSaved(true);
        var next = answer.nextPiece().orElseThrow();
        assertThat(next.content()).isEqualTo("two");
        assertThat(next.position()).isEqualTo(lost.orElseThrow().position() + 1);
        answer.pieceSaved(true);
        assertThat(answer.nextPiece()).isEmpty();
    }

    @Test
    void theEndIsToldOnceAndOnlyByTheThreadsThatMayWait() {
        var waiting = new ArrayList<Runnable>();
        answer.endAs(Status.STOPPED);
        answer.tellEnd(waiting::add, message -> message);
        answer.tellEnd(waiting::add, message -> message);
        assertThat(answer.ended()).isNotDone();
        assertThat(waiting).hasSize(1);
        waiting.get(0).run();
        assertThat(answer.ended().join().status()).isEqualTo(Status.STOPPED);
    }
}
