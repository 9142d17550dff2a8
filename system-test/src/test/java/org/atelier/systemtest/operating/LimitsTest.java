package org.atelier.systemtest.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.atelier.systemtest.product.Await;
import org.atelier.systemtest.product.OnSharedSite;
import org.atelier.systemtest.product.Site;
import org.atelier.systemtest.rest.Api;
import org.atelier.systemtest.rest.EventStream;
import org.atelier.systemtest.rest.Models;
import org.atelier.systemtest.rest.Reply;
import org.junit.jupiter.api.Test;

/** Whoever asks for more than anybody may is told so, and nobody else notices. */
@OnSharedSite
class LimitsTest {
    /** As {@code docs/settings.md} has it. */
    private static final int STREAMS_OF_A_PERSON = 200;

    /** More than a key may send, with what comes back meanwhile on a machine with much else to do. */
    private static final int MANY = 20_000;

    private static final Map<String, Object> QUESTION = Map.of(
            "model", Models.QUICK, "stream", true, "messages", List.of(Map.of("role", "user", "content", "Well?")));

    private static Api key(Site site, Api owner) {
        var made = owner.post("/api/users/me/keys", Map.of("name", "Nightly")).expect(201);
        return site.anonymous().as(made.json().path("secret").asText());
    }

    /** Some places come back while others are taken, so one request more is not always one too many. */
    private static Reply sentAway(Supplier<Reply> request) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> request.get())
                .filter(reply -> reply.status() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody was sent away"));
    }

    @Test
    void aKeyThatIsUsedTooOftenIsToldSoThroughBothDoorsAndItsOwnerIsNot(Site site) {
        var owner = site.somebody();
        var key = key(site, owner);
        assertThat(IntStream.range(0, MANY)
                        .parallel()
                        .anyMatch(i -> key.get("/api/users/me").status() == 429))
                .isTrue();

        var refused = sentAway(() -> key.get("/api/users/me"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(refused.mediaType()).isEqualTo("application/problem+json");
        assertThat(refused.json().path("type").asText()).isEqualTo("/api/problems/too-many-requests");
        var inProtocol = sentAway(() -> key.post("/api/v1/chat/completions", Map.of()));
        assertThat(Integer.parseInt(inProtocol.header("Retry-After"))).isPositive();
        assertThat(inProtocol.json().path("error").path("type").asText()).isEqualTo("rate_limit_error");
        assertThat(inProtocol.json().path("error").path("code").asText()).isEqualTo("rate_limit_exceeded");

        owner.get("/api/users/me").expect(200);
        site.somebody().get("/api/users/me").expect(200);
    }

    @Test
    void whoeverHasAllTheirStreamsOpenOpensNoMoreAndANeighbourGetsWholeAnswers(Site site) throws Exception {
        var greedy = site.somebody();
        var program = key(site, greedy);
        var neighbour = site.somebody();
        var open = new ArrayList<AutoCloseable>();
        try {
            for (int i = 0; i < STREAMS_OF_A_PERSON; i++) {
                var stream = greedy.events("/api/events", "");
                open.add(stream);
                assertThat(stream.status()).isEqualTo(200);
            }
            assertThat(refused(greedy)).isTrue();
            greedy.get("/api/users/me").expect(200);
            for (int i = 0; i < Deaf.NUMBER; i++) {
                open.add(Deaf.askingForMuch(program));
            }

            assertThat(IntStream.range(0, 50).mapToObj(i -> answer(neighbour))).allMatch("done"::equals);
            assertThat(answer(program)).isEqualTo("done");
        } finally {
            for (var one : open) {
                one.close();
            }
        }
        Await.holds("the places being free", Duration.ofSeconds(60), () -> !refused(greedy));
    }

    /** @return the name of a streamed answer's last event */
    private static String answer(Api who) {
        try (var stream = who.stream("/api/ai/chat", QUESTION)) {
            var events = stream.until(EventStream.Event::ends);
            return events.get(events.size() - 1).name();
        }
    }

    private static boolean refused(Api somebody) {
        try (var stream = somebody.events("/api/events", "")) {
            return stream.status() == 429;
        }
    }
}
