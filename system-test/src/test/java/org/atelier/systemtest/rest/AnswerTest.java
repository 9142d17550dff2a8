package org.atelier.systemtest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.EventStream.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the README promises to somebody with a REST client: ask, watch, leave, come back, stop, ask again. */
@OnSharedSite
class AnswerTest {
    private Api person;
    private Conversation conversation;

    @BeforeEach
    void openConversation(Site site) {
        person = site.somebody();
        conversation = Conversation.of(person, Models.offered(person));
    }

    @Test
    void anAnswerComesInPiecesAndIsKeptAsItCame() {
        var answer = conversation.ask("Why is the sky blue?");
        try (var stream = conversation.events(answer, "")) {
            assertThat(stream.mediaType()).isEqualTo("text/event-stream");
            var events = stream.until(Event::ends);

            assertThat(deltas(events)).as("pieces").hasSizeGreaterThan(2);
            assertThat(events.get(events.size() - 1).name()).isEqualTo("done");
            var kept = conversation.message(answer);
            assertThat(kept.path("status").asText()).isEqualTo("complete");
            assertThat(kept.path("content").asText()).isEqualTo(text(events)).isNotBlank();
        }
    }

    @Test
    void aListenerThatComesBackMissesNothingAndHearsNothingTwice() {
        var answer = conversation.ask("Tell me about ducks.");
        List<Event> before;
        try (var stream = conversation.events(answer, "")) {
            before = stream.until(event -> event.name().equals("delta"));
        }
        var last = before.get(before.size() - 1).id();
        try (var stream = conversation.events(answer, last)) {
            var after = stream.until(Event::ends);

            assertThat(text(before) + text(after))
                    .isEqualTo(conversation.message(answer).path("content").asText());
        }
    }

    @Test
    void nobodyHasToListen() {
        var answer = conversation.ask("Nobody listens to this.");

        Await.holds(
                "the end of the answer",
                Duration.ofMinutes(1),
                () -> conversation.message(answer).path("status").asText().equals("complete"));

        try (var stream = conversation.events(answer, "")) {
            assertThat(text(stream.until(Event::ends)))
                    .isEqualTo(conversation.message(answer).path("content").asText());
        }
    }

    @Test
    void aStoppedAnswerKeepsWhatHadCome() {
        var slow = Conversation.of(person, Models.ENDLESS);
        var answer = slow.ask("Count slowly.");
        try (var stream = slow.events(answer, "")) {
            stream.until(event -> event.name().equals("delta"));

            var stopped = slow.stop(answer).expect(200).json();

            assertThat(stopped.path("status").asText()).isEqualTo("stopped");
            assertThat(stopped.path("content").asText()).isNotBlank();
            assertThat(slow.message(answer).path("content").asText())
                    .isEqualTo(stopped.path("content").asText());
            assertThat(stream.until(Event::ends)).last().matches(Event::ends);
        }
    }

    @Test
    void anotherAnswerIsASiblingOfTheFirst() {
        var first = conversation.ask("Say something.");
        end(first);

        var second = conversation.answerAgain(first);
        end(second);

        assertThat(second).isNotEqualTo(first);
        assertThat(conversation.message(second).path("parent_id"))
                .isEqualTo(conversation.message(first).path("parent_id"));
    }

    @Test
    void aSecondQuestionHasToWaitForTheAnswer() {
        var slow = Conversation.of(person, Models.ENDLESS);
        var answer = slow.ask("Count slowly.");

        var refused = person.post(slow.path() + "/messages", Map.of("content", "And now?"));

        assertThat(refused.expect(409).json().path("type").asText()).endsWith("/answer-in-progress");
        slow.stop(answer).expect(200);
    }

    @Test
    void aConversationOfSomebodyElseIsNotThere(Site site) {
        var answer = conversation.ask("This is mine.");
        var stranger = new Conversation(site.somebody(), conversation.id());

        stranger.owner().get(conversation.path()).expect(404);
        stranger.owner().get(conversation.path() + "/messages").expect(404);
        stranger.stop(answer).expect(404);
        try (var stream = stranger.events(answer, "")) {
            assertThat(stream.status()).isEqualTo(404);
        }
    }

    @Test
    void theEventsOfAPersonCarryEveryAnswerOfThatPersonAlone(Site site) {
        var other = Conversation.of(site.somebody(), Models.offered(person));
        try (var all = person.events("/api/events", "")) {
            end(other, other.ask("Not yours."));
            var answer = conversation.ask("Is this on the wire?");
            var events = all.until(AnswerTest::saysDone).stream()
                    .filter(event -> event.name().equals("answer"))
                    .toList();

            assertThat(events)
                    .extracting(event -> event.data().path("conversation_id").asText())
                    .containsOnly(conversation.id());
            assertThat(events.stream()
                            .filter(event -> event.data().path("event").asText().equals("delta"))
                            .map(Event::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(conversation.message(answer).path("content").asText());
        }
    }

    private static boolean saysDone(Event event) {
        return event.data().path("event").asText().equals("done");
    }

    @Test
    void messagesAreListedNewestFirst() {
        end(conversation.ask("First?"));
        end(conversation.ask("Second?"));

        var roles = StreamSupport.stream(conversation.messages().spliterator(), false)
                .map(message -> message.path("role").asText())
                .toList();

        assertThat(roles).containsExactly("assistant", "user", "assistant", "user");
        assertThat(conversation.messages().get(1).path("content").asText()).isEqualTo("Second?");
    }

    private void end(String answer) {
        end(conversation, answer);
    }

    private static void end(Conversation conversation, String answer) {
        try (var stream = conversation.events(answer, "")) {
            assertThat(stream.until(Event::ends)).last().extracting(Event::name).isEqualTo("done");
        }
    }

    private static List<Event> deltas(List<Event> events) {
        return events.stream().filter(event -> event.name().equals("delta")).toList();
    }

    private static String text(List<Event> events) {
        return deltas(events).stream().map(Event::text).collect(Collectors.joining());
    }
}
