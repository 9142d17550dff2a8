package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.atelier.events.LogText;
import org.atelier.events.PersonEvents;
import org.atelier.provider.ChatEvent;
import org.atelier.provider.FinishReason;
import org.atelier.provider.Usage;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final List<ChatEvent> EVENTS = List.of(
            new ChatEvent.Started(Optional.empty(), "demo/finch"),
            new ChatEvent.Reasoning("think"),
            new ChatEvent.Reasoning(" twice"),
            new ChatEvent.Text("A \"lark\""),
            new ChatEvent.Text(""),
            new ChatEvent.Text(" sings 🐦\n"),
            new ChatEvent.Reasoning("hm"),
            new ChatEvent.Text("."),
            new ChatEvent.UsageReported(new Usage(3, 4, Optional.empty(), Optional.empty(), Optional.empty(), true)),
            new ChatEvent.Ended(FinishReason.STOP));

    private final MessageRow row = Rows.answer(UUID.randomUUID(), UUID.randomUUID(), "demo/finch");
    private final CompletableFuture<AnswerEnd> end = new CompletableFuture<>();

    @Test
    void whoResumesAfterAnyEventOfAnEndedAnswerGetsTheRestAndNothingTwice() {
        var live = live();
        assertThat(live).extracting(LogText.Event::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        for (int seen = 0; seen < live.size(); seen++) {
            var replay = LogText.events(Replay.of(row, end.join(), message -> message, seen));
            var rest = live.subList(seen, live.size());
            assertThat(text(replay, "delta")).isEqualTo(text(rest, "delta"));
            assertThat(text(replay, "reasoning")).isEqualTo(text(rest, "reasoning"));
            assertThat(last(replay)).isEqualTo(last(rest));
            assertThat(ids(rest)).containsAll(ids(replay));
        }
    }

    @Test
    void whoIsInterruptedWhileItIsReplayedCanResumeAsWell() {
        for (var interrupted : LogText.events(Replay.of(row, ended(), message -> message, 0))) {
            var before = LogText.events(Replay.of(row, end.join(), message -> message, 0)).stream()
                    .filter(event -> event.id() <= interrupted.id())
                    .toList();
            var after = LogText.events(Replay.of(row, end.join(), message -> message, interrupted.id()));
            assertThat(text(before, "delta") + text(after, "delta"))
                    .isEqualTo(end.join().content());
            assertThat(text(before, "reasoning") + text(after, "reasoning"))
                    .isEqualTo(end.join().reasoning());
        }
    }

    private AnswerEnd ended() {
        live();
        return end.join();
    }

    private List<LogText.Event> live() {
        var answer = new RunningAnswer(
                UUID.randomUUID(),
                row,
                new AnswerNews(new PersonEvents()),
                Rows.NO_PICTURES,
                running -> end.complete(running.end().orElseThrow()));
        EVENTS.forEach(answer);
        answer.tellEnd(Runnable::run, message -> message);
        return LogText.events(answer.log());
    }

    private static List<Long> ids(List<LogText.Event> events) {
        return events.stream().map(LogText.Event::id).toList();
    }

    private static LogText.Event last(List<LogText.Event> events) {
        return events.get(events.size() - 1);
    }

    private static String text(List<LogText.Event> events, String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .map(event -> event.json().get("text").asText())
                .collect(Collectors.joining());
    }
}
